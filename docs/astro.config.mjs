import starlight from "@astrojs/starlight";
import { defineConfig, passthroughImageService } from "astro/config";
import { sidebar } from "./src/sidebar.ts";

export default defineConfig({
  // The rest of the build makes addresses relative and adds the API reference; see src/build.ts.
  outDir: "./.site",
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: { en: "Classic ELB API", "zh-CN": "经典型ELB API" },
      locales: { root: { label: "English", lang: "en" }, "zh-cn": { label: "简体中文", lang: "zh-CN" } },
      sidebar,
      routeMiddleware: "./src/route.ts",
      customCss: ["./src/styles.css"],
      components: {
        Footer: "./src/components/Footer.astro",
        LanguageSelect: "./src/components/LanguageSelect.astro",
        MarkdownContent: "./src/components/MarkdownContent.astro",
      },
      credits: false,
      lastUpdated: false,
    }),
  ],
});
