import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, stringify } from "ajv";
import { and, getProperty, or } from "ajv/dist/compile/codegen/index.js";
import { checkDataTypes, DataType } from "ajv/dist/compile/validate/dataType.js";
import { applyPart, type Part } from "./parts.ts";

export interface TagChoice {
  readonly tag: string;
  readonly cases: readonly { readonly values: readonly unknown[]; readonly part: Part }[];
  /** What holds in every branch besides. */
  readonly shared: readonly Part[];
  /** What is said where no branch is named. */
  readonly otherwise?: Part | undefined;
  /** Keyword of the description that the choice stands for. */
  readonly path: string;
}

export interface TypeChoice {
  readonly cases: readonly TypeCase[];
  readonly path: string;
}

interface TypeCase {
  readonly types: readonly string[];
  readonly part: Part;
  /** Set where it allows nothing but the empty object, which stands for nothing: any other object is of no case. */
  readonly isEmpty?: boolean;
}

/** `elb:tag`: the constant of one property names the branch; only that one is checked. */
export const tagKeyword: CodeKeywordDefinition = {
  keyword: "elb:tag",
  type: "object",
  schemaType: "object",
  error: { message: "", params: ({ params }) => _`{tag: ${params.tag}, allowedValues: ${params.values}}` },
  code(cxt) {
    const { tag, cases, shared, otherwise, path } = cxt.schema as TagChoice;
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
      if (otherwise !== undefined) applyPart(cxt, otherwise, cxt.gen.name("valid"));
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
    const tests = cases.map((one) => ({ test: testOf(cxt, one), part: one.part }));
    branchOn(cxt, tests, () => {
      const all = cases.flatMap(({ types, isEmpty }) => (isEmpty ? [] : types));
      cxt.error(false, { types: stringify(all) }, { parentSchema: true, schemaPath: path });
    });
  },
};

function testOf({ data }: KeywordCxt, { types, isEmpty }: TypeCase): Code {
  const isOfType = checkDataTypes([...types] as never, data, true, DataType.Correct);
  return isEmpty ? and(isOfType, _`Object.keys(${data}).length === 0`) : isOfType;
}

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
