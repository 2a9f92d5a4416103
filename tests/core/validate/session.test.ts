import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition, inLanguage } from '#core/compile/index.ts';
import { segmentsOf, withValue } from '#core/json/index.ts';
import type {
  AnswerProblem,
  Application,
  CompiledEdition,
  Definition,
  Facts,
  JsonObject,
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
import { applicationWith, edition, facts, file, tiny } from '../compile/tiny.ts';
import { compiled, GARDEN, loaded, TITLES, withLanguage } from '../translate/programmes.ts';
import { answers } from './answers.ts';
import { type Edit, editsOf } from './edits.ts';
import { expressions, forms, sectionsOfForms } from './generated.ts';
import { heavy, rows, sumsOf, table } from './heavy.ts';
import { moreAnswers } from './lists.ts';

/** Nothing that is handed in or given out may be changed afterwards. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const named = (problems: AnswerProblem[]): string[] =>
  problems.map((problem) => JSON.stringify(problem)).sort();

/** What somebody knows who began with the whole and was only told the changes. */
type Known = { values: JsonObject; sections: object; fields: object; slots: object; problems: string[] };

function known(session: Session): Known {
  const { values, sections, fields, slots } = evaluationIn(session);
  return { values, sections, fields, slots, problems: named(problemsIn(session)) };
}

function withChanges(before: Known, changes: ReturnType<typeof update>): Known {
  const { values, sections, fields, slots, problems } = changes;
  const merged = (old: object, now: object): object => {
    const parts = { ...old, ...now };
    return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null));
  };
  const gone = named(problems.gone);
  const kept = before.problems.filter((problem) => !gone.includes(problem));
  return {
    values: merged(before.values, values) as JsonObject,
    sections: merged(before.sections, sections),
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

const files: Application['files'] = [
  file('person', 'photo'),
  { ...file('person', 'photo'), id: 'held', state: 'held' },
  { ...file('costs', 'bill', 'r2'), state: 'infected' },
  file('costs', 'bill', 'r1'),
  file('hidden', 'paper'),
  file('papers', 'cv'),
];

/** In another language each text is another: where a locale has none, its own words with a mark. */
function seenIn(language: string, definition: Definition): CompiledEdition {
  if (language === definition.programme.locale) return compiled(definition);
  const known = definition.locales?.some(({ id }) => id === language);
  const other = known ? definition : withLanguage(definition, language, (text) => `${text}!`);
  const view = inLanguage(compiled(other), language);
  expect(view.written).toBeDefined();
  return view;
}

const firstAnswers = fc.tuple(answers, moreAnswers).map(([some, more]) => Object.assign({}, some, more));
const strikes = [{ section: 'costs', row: 'r2' }];

describe('after any sequence of answers a session is what the whole gives', () => {
  it('of sections of every kind', () => {
    const compiled = edition(sectionsOfForms);
    const { plain } = compiled.categories;
    if (!plain) throw new Error('no category');
    fc.assert(
      fc.property(firstAnswers, editsOf(compiled, plain), (sections, edits) => {
        expectSameAsWhole(compiled, applicationWith(sections, { files, strikes }), facts, edits);
        expectFollowed(compiled, applicationWith(sections, { files, strikes }), facts, edits);
      }),
      { numRuns: 200 },
    );
  }, 120_000);

  it('of a form whose rules take more together than they may', () => {
    const rule: RuleDefinition = {
      id: 'rule',
      severity: 'block',
      message: 'No',
      require: { '>': [heavy('rows'), 0] },
    };
    const compiled = edition([
      table('rows'),
      sumsOf(
        Array.from({ length: 30 }, () => 'rows'),
        [rule],
      ),
    ]);
    const edits = [
      { path: '/rows/3/n', value: 5 },
      { path: '/rows', value: [] },
      { path: '/rows', value: rows },
    ];
    expectSameAsWhole(compiled, applicationWith({ rows, sums: {} }), facts, edits);
  });

  it('of a form whose rules take more than they may only with those that do not read the answer', () => {
    const sums = sumsOf(Array.from({ length: 20 }, (_, index) => (index < 10 ? 'rows' : 'others')));
    const compiled = edition([table('rows'), table('others'), sums]);
    const edits = [
      { path: '/others', value: rows },
      { path: '/others', value: [] },
      { path: '/rows/3/n', value: 5 },
    ];
    expectSameAsWhole(compiled, applicationWith({ rows, others: [], sums: {} }), facts, edits);
  });

  it('of forms with any conditions', () => {
    const choices = edition(sectionsOfForms);
    const { plain } = choices.categories;
    if (!plain) throw new Error('no category');
    fc.assert(
      fc.property(forms, firstAnswers, editsOf(choices, plain), ({ sections, rules }, given, edits) => {
        const definition = tiny(sections, { expressions }, { rules });
        const compiled = compileEdition(definition, { validators: ajvValidators() });
        const application = applicationWith(given, { files, strikes });
        expectSameAsWhole(compiled, application, facts, edits);
        expectFollowed(compiled, application, facts, edits);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it.each([
    [TITLES, 'zh-CN'],
    [GARDEN, 'en'],
    [TITLES, 'en'],
    [GARDEN, 'zh-CN'],
  ])(
    'of %s in %s',
    async (folder, language) => {
      const { definition } = await loaded(folder);
      const seen = seenIn(language, definition);
      const { cases } = definition;
      const sequence = fc.constantFrom(...cases).chain((example) => {
        const { application, facts } = openCase(seen, example, cases);
        const category = seen.categories[application.category];
        if (!category) throw new Error(`no category ${application.category}`);
        return editsOf(seen, category).map((edits) => ({ application, facts, edits }));
      });
      fc.assert(
        fc.property(sequence, ({ application, facts, edits }) =>
          expectSameAsWhole(seen, application, facts, edits),
        ),
        { numRuns: 30 },
      );
    },
    120_000,
  );
});
