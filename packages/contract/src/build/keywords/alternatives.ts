import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, type Name, stringify } from "ajv";
import { names } from "./names.ts";
import { applyPart, type Part } from "./parts.ts";

export interface Alternatives {
  readonly exactlyOne: boolean;
  readonly branches: readonly Alternative[];
  readonly path: string;
}

interface Alternative {
  readonly part: Part;
  readonly title: string | undefined;
  readonly types: readonly string[] | undefined;
  /** Properties that this branch requires and not every other. */
  readonly needs: readonly string[];
}

/**
 * `elb:alternatives`: a `oneOf` or `anyOf` whose branches have to be tried. Its error comes after those of the branches
 * and says how far back each branch begins (`back`), so that the engine can keep those of the branch that was meant.
 */
export const alternativesKeyword: CodeKeywordDefinition = {
  keyword: "elb:alternatives",
  schemaType: "object",
  trackErrors: true,
  error: {
    message: "",
    params: ({ params }) =>
      _`{passing: ${params.passing}, back: ${params.back}, branches: ${params.branches}}`,
  },
  code(cxt) {
    const { exactlyOne, branches, path } = cxt.schema as Alternatives;
    const { gen } = cxt;
    const passing = gen.let("passing", 0);
    const starts = branches.map(() => gen.let("start", 0));
    gen.block(() => {
      branches.forEach(({ part }, index) => {
        if (index > 0 && !exactlyOne) gen.if(_`${passing} === 0`);
        tryPart(cxt, part, starts[index]!, passing);
      });
    });
    cxt.result(
      _`${passing} === 1`,
      () => cxt.reset(),
      () =>
        cxt.error(
          true,
          { passing, back: distances(starts), branches: summary(branches) },
          { parentSchema: true, schemaPath: path },
        ),
    );
  },
};

function tryPart(cxt: KeywordCxt, part: Part, start: Name, passing: Name): void {
  const { gen } = cxt;
  const valid = gen.name("valid");
  const unknown = gen.const("unknown", _`${names.this}.length`);
  gen.assign(start, names.errors);
  applyPart(cxt, part, valid, { compositeRule: true });
  gen.if(
    valid,
    () => gen.code(_`${passing}++`),
    () => gen.code(_`${names.this}.length = ${unknown}`),
  );
}

function distances(starts: readonly Name[]): Code {
  const list = starts.map((start) => _`${names.errors} - ${start}`);
  return _`[${list.reduce((all, one) => _`${all}, ${one}`)}]`;
}

function summary(branches: readonly Alternative[]): Code {
  return stringify(branches.map(({ title, types, needs }) => ({ title, types, needs })));
}
