/** Pictures say what the description and the house say. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { descriptions, operationsOf, type Schema } from "../data/description.ts";
import { repository } from "../data/repository.ts";
import { languages } from "../language.ts";
import { describePictures, figure, includePictures } from "./include.ts";
import { type Graph, labelOf, type Picture, pictureNames, readPicture, textIn } from "./picture.ts";
import { labelsIn } from "./sequence.ts";
import { codesIn } from "./text.ts";

const schemas = descriptions.en.components.schemas as Readonly<Record<string, Schema>>;

/** Values of an enumeration: `Job.status`. */
function valuesOf(place: string): unknown[] {
  const [name, property] = place.split(".") as [string, string];
  const schema = schemas[name]?.properties?.[property];
  return [schema, ...(schema?.anyOf ?? [])].flatMap((part) => part?.enum ?? []);
}

/** Names of properties and values of enumerations, wherever they are. */
function wordsBelow(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { properties, enum: values } = value as Schema;
  return [
    ...Object.keys(properties ?? {}),
    ...(values ?? []).map(String),
    ...Object.values(value).flatMap(wordsBelow),
  ];
}

const words = new Set([...wordsBelow(schemas), ...operationsOf("en").map(({ operationId }) => operationId)]);
const isState = (word: string): boolean => /^[A-Z][A-Z_]+$/.test(word);

/** Words of the wire that a picture shows. */
function codesOf(picture: Picture): string[] {
  return languages.flatMap((language) => {
    const labels =
      picture.kind === "graph"
        ? [
            ...Object.keys(picture.nodes).map((name) => labelOf(language, picture, name)),
            ...[...picture.edges, ...(picture.groups ?? [])].map(({ label = "" }) => textIn(language, label)),
          ]
        : labelsIn(picture.steps).map((label) => textIn(language, label));
    return [...labels, picture.summary[language]].flatMap(codesIn);
  });
}

describe.each(pictureNames)("%s", (name) => {
  const picture = readPicture(name);

  test("names only what is in the description or in the repository", () => {
    const unknown = codesOf(picture).filter(
      (word) => !words.has(word) && !existsSync(join(repository, word)),
    );
    expect(unknown).toEqual([]);
  });

  test("shows every state there is, and no other", () => {
    const states = (picture.states ?? []).flatMap(valuesOf);
    const shown = new Set(codesOf(picture).filter(isState));
    const allowed = new Set([...states, ...valuesOf("Job.status"), ...valuesOf("Member.health_status")]);
    expect(states.filter((state) => !shown.has(String(state)))).toEqual([]);
    expect([...shown].filter((state) => !allowed.has(state))).toEqual([]);
    if (picture.states !== undefined && picture.kind === "graph")
      expect(Object.keys(picture.nodes).filter(isState).sort()).toEqual([...states].sort());
  });

  test.each(languages)("is light, has a name and words beside it, and asks for nothing (%s)", (language) => {
    const html = figure(name, picture, language);
    expect(html.length).toBeLessThan(8_000);
    expect(html).toContain(`<title id="picture-${name}-title">${picture.title[language]}</title>`);
    expect(html.match(/<li>/g)?.length).toBeGreaterThan(2);
    expect(html).not.toMatch(/<script|href=|https?:|style=|undefined|NaN/);
  });

  test("is shown in a page, or in a guide of each language", () => {
    const place = `<!-- picture: ${name} -->`;
    const content = join(repository, "docs", "src", "content", "docs");
    const pages = (folder: string): string[] =>
      readdirSync(folder)
        .filter((file) => file.endsWith(".md"))
        .filter((file) => readFileSync(join(folder, file), "utf8").includes(place));
    const [english, chinese] = [pages(join(content, "guides")), pages(join(content, "zh-cn", "guides"))];
    expect(chinese).toEqual(english);
    const generated = readFileSync(
      join(repository, "docs", "src", "generated-pages", "operation-list.ts"),
      "utf8",
    );
    expect(english.length > 0 || generated.includes(place)).toBe(true);
  });
});

test("the arrows of the house are dependencies of its packages", () => {
  const { nodes, edges } = readPicture("house") as Graph;
  const packages = new Map(
    Object.keys(nodes)
      .filter((folder) => existsSync(join(repository, folder, "package.json")))
      .map((folder) => [folder, readManifest(folder)]),
  );
  const arrows = edges.filter(({ from, to }) => packages.has(from) && packages.has(to));
  for (const { from, to } of arrows) {
    const { dependencies = {}, devDependencies = {} } = packages.get(to) as Manifest;
    expect({ ...dependencies, ...devDependencies }).toHaveProperty([packages.get(from)?.name ?? ""]);
  }
  for (const [to, { dependencies = {} }] of packages) {
    const needed = [...packages].filter(([, { name }]) => name in dependencies).map(([folder]) => folder);
    const drawn = arrows.filter((edge) => edge.to === to).map(({ from }) => from);
    expect(drawn).toEqual(expect.arrayContaining(needed));
  }
});

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(repository, folder, "package.json"), "utf8")) as Manifest;

test("a page gets its pictures drawn, its Markdown gets them in words, and an unknown one is an error", () => {
  const page = "Before.\n\n<!-- picture: job-life -->\n\nAfter.";
  expect(includePictures(page, "zh")).toMatch(
    /^Before\.\n\n<figure class="picture">\n<svg [\s\S]*任务的状态[\s\S]*<\/figure>\n\nAfter\.$/,
  );
  expect(describePictures(page, "en")).toContain(
    "- `RUNNING` → `FAIL`: not done: `error_code`, `fail_reason`\n\nAfter.",
  );
  expect(() => includePictures("<!-- picture: none -->", "en")).toThrow(/none\.yaml/);
});
