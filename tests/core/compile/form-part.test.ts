import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryOf, compileEdition, interpretedValidators, type Name } from '#core/compile/index.ts';
import { resolveAnswers, resolveCategory } from '#core/evaluate/index.ts';
import { isObject } from '#core/json/index.ts';
import type { CompiledEdition, FormPart, Json, JsonObject } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { openCase } from '#core/validate/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { folders } from '../draft/folders.ts';

const ROUNDS = 40;

type Example = { edition: CompiledEdition; id: string };

async function examplesOf(folder: string): Promise<Example[]> {
  const loaded = await loadProgramme(folder);
  return loaded.flatMap(({ definition }) => {
    const edition = compileEdition(definition, { validators: interpretedValidators(), routes: compileRoute });
    return definition.cases.map(({ id }) => ({ edition, id }));
  });
}

/** Sections, and fields of forms. */
function namesIn(values: JsonObject): Name[] {
  return Object.entries(values).flatMap(([section, value]): Name[] => [
    ['application', section],
    ...(isObject(value) ? Object.keys(value).map((field) => ['application', section, field]) : []),
  ]);
}

function at(values: JsonObject, [, section = '', field]: Name): Json | undefined {
  const value = values[section];
  return field === undefined ? value : isObject(value) ? value[field] : undefined;
}

describe.each(folders)('a part of a form in %s', (folder) => {
  it('gives what the whole form gives, of the answers that it reads alone', async () => {
    let smaller = 0;
    for (const { edition, id } of await examplesOf(folder)) {
      const { application, facts } = openCase(
        edition,
        edition.definition.cases.find((one) => one.id === id) ?? expect.fail(id),
        edition.definition.cases,
      );
      const category = categoryOf(edition, application.category);
      const whole = resolveAnswers(edition, application, facts).values;
      const resolvedBy = (part: FormPart): JsonObject => {
        const { sections, steps } = part;
        const own = sections.map((section) => [section.id, application.sections[section.id]] as const);
        const read = Object.fromEntries(own.filter(([, value]) => value !== undefined)) as JsonObject;
        if (sections.length < category.sections.length) smaller += 1;
        return resolveCategory(
          edition,
          { ...category, sections, steps },
          { ...application, sections: read },
          facts,
        ).values;
      };
      fc.assert(
        fc.property(fc.subarray(namesIn(whole), { minLength: 1, maxLength: 4 }), (names) => {
          const values = resolvedBy(category.partFor(names));
          for (const name of names) expect(at(values, name)).toEqual(at(whole, name));
        }),
        { numRuns: ROUNDS },
      );
    }
    expect(smaller).toBeGreaterThan(0);
  });
});
