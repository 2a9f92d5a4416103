import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { segmentsOf, withValue } from '#core/json/index.ts';
import type {
  AnswerProblem,
  Application,
  CompiledEdition,
  Facts,
  FieldSchema,
  JsonObject,
  Logic,
  RuleDefinition,
} from '#core/model/index.ts';
import {
  evaluateAndValidate,
  evaluationIn,
  follow,
  openCase,
  openSession,
  problemsIn,
  type Session,
  update,
} from '#core/validate/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { all } from '../compile/sections.ts';
import { applicationWith, edition, facts, file, tiny } from '../compile/tiny.ts';
import { answers } from './answers.ts';
import { type Edit, editsOf } from './edits.ts';
import { expressions, forms } from './generated.ts';

/** Nothing that is handed in or given out may be changed afterwards. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const named = (problems: AnswerProblem[]): string[] =>
  problems.map((problem) => JSON.stringify(problem)).sort();

/** What somebody knows who began with the whole and was only told the changes. */
type Known = { values: JsonObject; fields: object; slots: object; problems: string[] };

function known(session: Session): Known {
  const { values, fields, slots } = evaluationIn(session);
  return { values, fields, slots, problems: named(problemsIn(session)) };
}

function withChanges(before: Known, { values, fields, slots, problems }: ReturnType<typeof update>): Known {
  const merged = (old: object, now: object): object => {
    const parts = { ...old, ...now };
    return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null));
  };
  const gone = named(problems.gone);
  const kept = before.problems.filter((problem) => !gone.includes(problem));
  return {
    values: merged(before.values, values) as JsonObject,
    fields: merged(before.fields, fields),
    slots: merged(before.slots, slots),
    problems: [...kept, ...named(problems.found)].sort(),
  };
}

/** After each edit the session is as if the whole had been computed from the answers as they are then. */
function expectSameAsWhole(edition: CompiledEdition, first: Application, facts: Facts, edits: Edit[]): void {
  const session = openSession(edition, frozen(first), facts);
  let application = first;
  for (const { path, value } of edits) {
    const before = known(session);
    const changes = update(session, path, frozen(value));
    const sections = withValue(application.sections, segmentsOf(path), value) as JsonObject;
    application = frozen({ ...application, sections });
    const whole = evaluateAndValidate(edition, application, facts);
    expect(evaluationIn(session)).toEqual(whole.evaluation);
    expect(Object.keys(evaluationIn(session).values)).toEqual(Object.keys(whole.evaluation.values));
    expect(problemsIn(session)).toEqual(whole.problems);
    expect(known(session)).toEqual(withChanges(before, changes));
    frozen(evaluationIn(session).values);
  }
}

/** A page hands in the whole: what it has not touched is the same object. */
function expectFollowed(edition: CompiledEdition, first: Application, facts: Facts, edits: Edit[]): void {
  let application = frozen(first);
  let session = follow(null, edition, application, facts);
  for (const { path, value } of edits) {
    const sections = withValue(application.sections, segmentsOf(path), value) as JsonObject;
    application = frozen({ ...application, sections, files: [...application.files] });
    session = follow(session, edition, application, facts);
  }
  const later = { ...facts, now: '2027-01-01T00:00:00Z', case: { ...facts.case, round: 2 } };
  for (const given of [facts, later]) {
    session = follow(session, edition, application, given);
    const whole = evaluateAndValidate(edition, application, given);
    expect(evaluationIn(session)).toEqual(whole.evaluation);
    expect(problemsIn(session)).toEqual(whole.problems);
  }
}

const files = [
  file('person', 'photo'),
  file('costs', 'bill', 'r1'),
  file('hidden', 'paper'),
  file('papers', 'cv'),
];
const strikes = [{ section: 'costs', row: 'r2' }];

describe('after any sequence of answers a session is what the whole gives', () => {
  it('of sections of every kind', () => {
    const compiled = edition(all);
    const { plain } = compiled.categories;
    if (!plain) throw new Error('no category');
    fc.assert(
      fc.property(answers, editsOf(compiled, plain), (sections, edits) => {
        expectSameAsWhole(compiled, applicationWith(sections, { files, strikes }), facts, edits);
        expectFollowed(compiled, applicationWith(sections, { files, strikes }), facts, edits);
      }),
    );
  });

  it('of a form whose rules take more together than they may', () => {
    const schema: FieldSchema = {
      type: 'array',
      items: { type: 'object', properties: { n: { type: 'number' } } },
    };
    const rows = Array.from({ length: 100 }, (_, index) => ({ id: `r${index}`, n: index }));
    const heavy: Logic = {
      sum: {
        map: [
          { merge: Array.from({ length: 90 }, () => ({ var: 'application.rows' })) },
          { '+': [{ var: 'n' }, 1] },
        ],
      },
    };
    const field: FieldSchema = { type: 'number', title: 'N', derive: heavy };
    const properties = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`n${index}`, field]));
    const rule: RuleDefinition = {
      id: 'rule',
      severity: 'block',
      message: 'No',
      require: { '>': [heavy, 0] },
    };
    const compiled = edition([
      { id: 'rows', title: 'Rows', kind: 'table', schema },
      { id: 'sums', title: 'Sums', kind: 'form', schema: { type: 'object', properties }, rules: [rule] },
    ]);
    const edits = [
      { path: '/rows/3/n', value: 5 },
      { path: '/rows', value: [] },
      { path: '/rows', value: rows },
    ];
    expectSameAsWhole(compiled, applicationWith({ rows, sums: {} }), facts, edits);
  });

  it('of forms with any conditions', () => {
    const choices = edition(all);
    const { plain } = choices.categories;
    if (!plain) throw new Error('no category');
    fc.assert(
      fc.property(forms, answers, editsOf(choices, plain), ({ sections, rules }, first, edits) => {
        const definition = tiny(sections, { expressions }, { rules });
        const compiled = compileEdition(definition, { validators: ajvValidators() });
        expectSameAsWhole(compiled, applicationWith(first, { files, strikes }), facts, edits);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it.each(['definitions/chongqing-health-titles', 'tests/fixtures/programmes/garden-grants'])(
    'of %s',
    async (folder) => {
      const [loaded] = await loadProgramme(folder);
      if (!loaded) throw new Error(`${folder} holds no edition`);
      const compiled = compileEdition(loaded.definition, { validators: ajvValidators() });
      const { cases } = compiled.definition;
      const sequence = fc.constantFrom(...cases).chain((example) => {
        const { application, facts } = openCase(compiled, example, cases);
        const category = compiled.categories[application.category];
        if (!category) throw new Error(`no category ${application.category}`);
        return editsOf(compiled, category).map((edits) => ({ application, facts, edits }));
      });
      fc.assert(
        fc.property(sequence, ({ application, facts, edits }) =>
          expectSameAsWhole(compiled, application, facts, edits),
        ),
        { numRuns: 30 },
      );
    },
    120_000,
  );
});
