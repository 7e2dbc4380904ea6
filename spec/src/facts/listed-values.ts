import type { JsonType, Limits, Scalar } from "./ledger.ts";
import type { Line } from "./table.ts";
import { splitWords, toScalar, wordList } from "./wire-values.ts";

const valueLine = /^(?:取值范围[：:])?\s*([A-Za-z0-9_.]+(?:或[A-Za-z0-9_.]+)*)\s*[：:]\s*[^A-Za-z0-9\s]/;
const regionLine = new RegExp(`^([\\u4e00-\\u9fff-]+)[：:](${wordList})[；。]?$`);
const senders: Readonly<Record<string, string>> = { 租户: "tenant", 管理员: "administrator" };

/** Values that stand one per line, each with its explanation, and the lines that are not of that kind. */
export function listedValues(
  lines: readonly Line[],
  types: readonly JsonType[],
): { limits: Limits; rest: string[] } {
  const valued = lines.filter((line) => valueLine.test(line.text));
  const regional = lines.filter((line) => line.nested && regionLine.test(line.text));
  const taken = new Set([...(valued.length > 1 ? valued : []), ...regional]);
  const rest = lines.filter((line) => !taken.has(line) && !/^取值范围[：:]$/.test(line.text));
  return {
    limits: {
      ...(valued.length > 1 && valuesOf(valued, types)),
      ...(regional.length > 0 && { byRegion: regionsOf(regional, types) }),
    },
    rest: rest.map((line) => line.text),
  };
}

function valuesOf(lines: readonly Line[], types: readonly JsonType[]): Limits {
  const pairs: Scalar[][] = [];
  const sentBy: Record<string, Scalar[]> = {};
  for (const { text } of lines) {
    const values = (valueLine.exec(text)?.[1] ?? "").split("或").map((word) => toScalar(word, types));
    pairs.push(values);
    const sender = senders[/该值只支持由(租户|管理员)传入/.exec(text)?.[1] ?? ""];
    if (sender) sentBy[sender] = [...(sentBy[sender] ?? []), ...values];
  }
  return {
    enum: [...new Set(pairs.flat())],
    ...(pairs.some((pair) => pair.length > 1) && { pairs }),
    ...(Object.keys(sentBy).length > 0 && { sentBy }),
  };
}

function regionsOf(lines: readonly Line[], types: readonly JsonType[]): Record<string, Scalar[]> {
  const found = lines.map(({ text }) => regionLine.exec(text) ?? []);
  return Object.fromEntries(
    found.map(([, region, list]) => [
      region ?? "",
      splitWords(list ?? "").map((word) => toScalar(word, types)),
    ]),
  );
}
