import { _, type CodeKeywordDefinition, type KeywordCxt, stringify } from "ajv";
import { getProperty, or } from "ajv/dist/compile/codegen/index.js";
import { checkDataTypes, DataType } from "ajv/dist/compile/validate/dataType.js";
import { applyPart, type Part } from "./parts.ts";

export interface TagChoice {
  readonly tag: string;
  readonly cases: readonly { readonly values: readonly unknown[]; readonly part: Part }[];
  /** What holds in every branch besides. */
  readonly shared: readonly Part[];
  /** Keyword of the description that the choice stands for. */
  readonly path: string;
}

export interface TypeChoice {
  readonly cases: readonly { readonly types: readonly string[]; readonly part: Part }[];
  readonly path: string;
}

/** `elb:tag`: the constant of one property names the branch; only that one is checked. */
export const tagKeyword: CodeKeywordDefinition = {
  keyword: "elb:tag",
  type: "object",
  schemaType: "object",
  error: { message: "", params: ({ params }) => _`{tag: ${params.tag}, allowedValues: ${params.values}}` },
  code(cxt) {
    const { tag, cases, shared, path } = cxt.schema as TagChoice;
    const value = cxt.gen.const("tag", _`${cxt.data}${getProperty(tag)}`);
    const tests = cases.map(({ values, part }) => ({
      test: or(...values.map((one) => _`${value} === ${stringify(one)}`)),
      part,
    }));
    branchOn(cxt, tests, () => {
      const all = cases.flatMap(({ values }) => values);
      cxt.error(
        false,
        { tag: stringify(tag), values: stringify(all) },
        { parentSchema: true, schemaPath: path },
      );
    });
    if (shared.length === 0) return;
    cxt.gen.if(or(...tests.map(({ test }) => test)), () => {
      for (const part of shared) applyPart(cxt, part, cxt.gen.name("valid"));
    });
  },
};

/** `elb:type`: the JSON type tells the branch; only that one is checked. */
export const typeKeyword: CodeKeywordDefinition = {
  keyword: "elb:type",
  schemaType: "object",
  error: { message: "", params: ({ params }) => _`{type: ${params.types}}` },
  code(cxt) {
    const { cases, path } = cxt.schema as TypeChoice;
    const tests = cases.map(({ types, part }) => ({
      test: checkDataTypes([...types] as never, cxt.data, true, DataType.Correct),
      part,
    }));
    branchOn(cxt, tests, () => {
      const all = cases.flatMap(({ types }) => types);
      cxt.error(false, { types: stringify(all) }, { parentSchema: true, schemaPath: path });
    });
  },
};

function branchOn(
  cxt: KeywordCxt,
  tests: readonly { test: ReturnType<typeof or>; part: Part }[],
  otherwise: () => void,
): void {
  const { gen } = cxt;
  tests.forEach(({ test, part }, index) => {
    if (index === 0) gen.if(test);
    else gen.elseIf(test);
    applyPart(cxt, part, gen.name("valid"));
  });
  gen.else();
  otherwise();
  gen.endIf();
}
