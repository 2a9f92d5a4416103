import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { exampleOf } from '#core/draft/index.ts';
import { isObject, type Json } from '#core/json/index.ts';
import type { Application, CompiledEdition, Facts } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { openCase, runCase, validate } from '#core/validate/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { scale } from '../../promises/scale.ts';

const FOLDERS = ['definitions/chongqing-health-titles', 'tests/fixtures/programmes/garden-grants'];
const RUNS = scale(15, 200);

const editions = await Promise.all(
  FOLDERS.map(async (folder) => {
    const loaded = (await loadProgramme(folder)).at(-1);
    if (!loaded) throw new Error(`nothing is in ${folder}`);
    const options = { validators: ajvValidators(), routes: compileRoute };
    return { folder, edition: compileEdition(loaded.definition, options) };
  }),
);

type Leaf = { at: string; value: string | number };

function leavesOf(value: Json, at = ''): Leaf[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ at, value }];
  if (Array.isArray(value)) return value.flatMap((part, index) => leavesOf(part, `${at}/${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, `${at}/${key}`));
}

/** Everything that some definition says, so that it cannot be a person's own: choices, codes, words for "none". */
function wordsOf({ definition }: CompiledEdition): ReadonlySet<string> {
  const words = new Set(['', ...definition.programme.organisationKinds.map(({ id }) => id)]);
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (['const', 'none', 'blank', 'code'].includes(key) && typeof part === 'string') words.add(part);
      if (key === 'enum' && Array.isArray(part)) for (const one of part) words.add(String(one));
      visit(part);
    }
  };
  visit([definition.categories, definition.codes]);
  return words;
}

const DATED = /^\d{4}[-.]\d{2}|^\d{2}:\d{2}$/;

const sourceOf = ({ application, facts }: { application: Application; facts: Facts }): Json =>
  ({ sections: application.sections, applicant: facts.applicant, unit: facts.unit }) as Json;

describe.each(editions)('an example out of an application of $folder', ({ edition }) => {
  const { cases } = edition.definition;
  const words = wordsOf(edition);
  const applications = cases.filter(({ category }) => !edition.categories[category]?.definition.account);
  const opened = fc.constantFrom(...applications).map((one) => openCase(edition, one, cases));

  it('has no text of the person, wherever it stood, and no number or day where it was', () => {
    fc.assert(
      fc.property(opened, (source) => {
        const { example } = exampleOf(edition, source, null);
        const made = leavesOf({
          sections: example.sections,
          applicant: example.applicant ?? {},
          unit: example.unit ?? {},
        });
        const there = new Map(made.map(({ at, value }) => [at, value]));
        const texts = new Set(made.map(({ value }) => value));
        for (const { at, value } of leavesOf(sourceOf(source))) {
          if (String(value).trim() === '' || words.has(String(value)) || /\/(id|level)$/.test(at)) continue;
          if (typeof value === 'number' || DATED.test(value)) expect(there.get(at), at).not.toBe(value);
          else expect(texts, at).not.toContain(value);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('comes out as it says, the same each time, and mostly as the application', () => {
    const agreeing: boolean[] = [];
    fc.assert(
      fc.property(opened, (source) => {
        const [broken] = validate(edition, source.application, source.facts).filter(
          ({ severity }) => severity === 'block',
        );
        const question = broken ? { code: broken.code, rule: broken.rule ?? '', path: broken.path } : null;
        const made = exampleOf(edition, source, question);
        expect(exampleOf(edition, source, question)).toEqual(made);
        const whole = { ...made.example, id: 'made', name: 'made' };
        expect(runCase(edition, whole, [whole]).failures).toEqual([]);
        agreeing.push(made.agrees);
      }),
      { numRuns: RUNS },
    );
    expect(agreeing.filter(Boolean).length / agreeing.length).toBeGreaterThan(0.8);
  });
});
