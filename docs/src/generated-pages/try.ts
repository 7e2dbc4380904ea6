/** The page of the console, as it reads without script. */
import type { Language } from "../language.ts";
import { wordsIn } from "../words.ts";
import type { GeneratedPage } from "./generated-page.ts";
import { blocks } from "./markdown.ts";

const texts = {
  en: [
    "The console on this page calls the **emulator** that serves this page, and nothing else: no cloud is contacted, and nothing that you do here costs anything or touches a real load balancer. It signs with the emulator's published demo key. Never enter a real key, token or certificate key here.",
    "It needs script, and the emulator. In a clone of the repository, `npm start` builds everything, starts the emulator, and prints the address of this page as the emulator serves it, below `/_docs/`. State lives in memory: stopping the emulator forgets it.",
  ],
  zh: [
    "本页的控制台只调用提供本页面的**模拟器**：不会访问任何云，在此所做的一切不产生费用，也不影响真实的负载均衡器。请求用模拟器公开的演示密钥签名。切勿在此输入真实的密钥、Token或证书私钥。",
    "控制台需要脚本和模拟器。在代码仓库的克隆中运行`npm start`，会完成构建并启动模拟器，然后打印由模拟器提供的本站地址（位于`/_docs/`之下）。状态只在内存中，停止模拟器即丢失。",
  ],
};

export function tryPage(language: Language): Omit<GeneratedPage, "id"> {
  return {
    data: {
      title: wordsIn(language).tryIt,
      description: language === "en" ? "A console that calls the emulator." : "调用模拟器的控制台。",
      tool: "try",
      tableOfContents: false,
    },
    body: blocks(...texts[language]),
  };
}
