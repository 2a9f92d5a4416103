import { checkLogic, compileLogic, readPaths, scopeOf } from '#core/compile/index.ts';
import { factsOf } from '#core/facts/index.ts';
import { isObject, pointer, valueAt } from '#core/json/index.ts';
import type { Definition, Json, JsonObject, Logic, LogicScope, RuleDefinition } from '#core/model/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';
import { misfits } from '../../misfits.ts';

/** What judges an answer, where `answered`, `or` and their like only ask for one. */
const JUDGES = [
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '===',
  '!=',
  '!==',
  'in',
  'matches',
  'startsWith',
  'checksum',
  'withinDays',
  'sorted',
];
/** What a rule may read besides answers and still be tried on a form on which nothing stands. */
const KNOWN = ['application', 'section', 'cycle', 'now'];

/** A rule of a form, not of a row, without `when` that judges answers, and is broken as long as nobody has given any. */
export const judgesNothing: Check = {
  code: 'judges-nothing',
  run: (context): Finding[] => outside(context, found(context)),
};

const MISREAD = ['unknown-field', 'type-mismatch', 'unknown-code'] as const;

/** Without rules that read what is not there or does not fit: that is to be mended first. */
function outside(context: LintContext, rules: Finding[]): Finding[] {
  const misread = MISREAD.flatMap((code) => misfits(context, code).map(({ at }) => String(at)));
  return rules.filter(({ at }) => !misread.some((place) => place.startsWith(`${at}/`)));
}

function found({ sections, definition }: LintContext): Finding[] {
  const form = { scope: scopeOf(definition), data: unbegun(definition) };
  return [
    ...sections.flatMap(({ section, pointer: at }) => broken(section.rules, `${at}/rules`, form)),
    ...definition.categories.flatMap(({ rules }, index) =>
      broken(rules, pointer('categories', index, 'rules'), form),
    ),
  ];
}

/** A form on which nothing stands, and what its rules may name. */
type Unbegun = { scope: LogicScope; data: JsonObject };

function broken(rules: RuleDefinition[] | undefined, at: string, { scope, data }: Unbegun): Finding[] {
  return (rules ?? []).flatMap(({ when, require, per }, index): Finding[] =>
    when === undefined &&
    (per ?? 'section') === 'section' &&
    judges(require, data, scope) &&
    fails(require, data, scope)
      ? [{ at: at + pointer(index), severity: 'warning', hint: { sentence: 'when' } }]
      : [],
  );
}

function unbegun({ edition }: Definition): JsonObject {
  const cycle = { ...edition.cycle, facts: factsOf(edition) } as JsonObject;
  return { application: {}, section: {}, cycle, now: edition.cycle.opensAt };
}

function judges(logic: Logic, data: JsonObject, scope: LogicScope): boolean {
  if (checkLogic(logic).length > 0) return false;
  const paths = readPaths(logic, scope.expressions);
  if (paths.some((path) => path.startsWith('cycle.') && valueAt(data, path.split('.')) === undefined))
    return false;
  const roots = paths.map((path) => path.split('.')[0] ?? '');
  const answers = roots.some((root) => ['application', 'section'].includes(root));
  return (
    answers && roots.every((root) => KNOWN.includes(root)) && names(logic).some((one) => JUDGES.includes(one))
  );
}

function names(logic: Json): string[] {
  if (Array.isArray(logic)) return logic.flatMap(names);
  return isObject(logic)
    ? Object.entries(logic).flatMap(([name, inner]) => [name, ...names(inner ?? null)])
    : [];
}

function fails(logic: Logic, data: JsonObject, scope: LogicScope): boolean {
  try {
    return compileLogic(logic, scope).run(data) !== true;
  } catch {
    // It names what is not there, or cannot be computed: other checks say so.
    return false;
  }
}
