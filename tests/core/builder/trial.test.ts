import { expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { evaluateAndValidate, openCase, rulesReached, tryRule } from '#core/validate/index.ts';
import { FOLDERS, filesOf } from '../change/folders.ts';

const editions = await Promise.all(
  [FOLDERS.theatre, FOLDERS.garden].map(async (folder) => {
    const [loaded] = assemble(await filesOf(folder));
    if (!loaded) throw new Error(`there is no edition in ${folder}`);
    return compileEdition(loaded.definition, { validators: interpretedValidators(), routes: compileRoute });
  }),
);

it.each(editions)('rules that are tried or counted come out as in a check', (edition) => {
  const { cases } = edition.definition;
  let broken = 0;
  for (const example of cases) {
    const { application, facts } = openCase(edition, example, cases);
    const { problems } = evaluateAndValidate(edition, application, facts);
    const reported = new Set(problems.flatMap(({ rule }) => rule ?? []));
    const reached = rulesReached(edition, application, facts);
    expect(new Set(reached.filter((one) => one.broken).map(({ rule }) => rule))).toEqual(reported);
    broken += reported.size;
    for (const section of edition.categories[application.category]?.sections ?? [])
      for (const { definition } of section.rules) {
        const tried = { rule: definition, section: section.id, terms: [definition.require] };
        const trials = tryRule(edition, tried, application, facts);
        const own = reached.filter(({ rule, section: id }) => rule === definition.id && id === section.id);
        if (own.length === 0) continue;
        expect(trials.filter(({ applies }) => applies).map(({ holds }) => !holds)).toEqual(
          own.map((one) => one.broken),
        );
        expect(trials.every(({ values }) => values.length === 1)).toBe(true);
      }
  }
  expect(broken).toBeGreaterThan(0);
});
