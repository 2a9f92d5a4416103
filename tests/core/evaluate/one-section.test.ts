import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryOf, compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { type Evaluation, evaluate, evaluateSection } from '#core/evaluate/index.ts';
import type { Application, CompiledEdition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { openCase } from '#core/validate/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { folders } from '../draft/folders.ts';

const ROUNDS = 2;

/** What an evaluation says of one section. */
function about(id: string, { sections, values, fields, slots }: Evaluation) {
  const within = <T>(all: Record<string, T>, prefix: string) =>
    Object.fromEntries(Object.entries(all).filter(([at]) => at === prefix || at.startsWith(`${prefix}/`)));
  return {
    state: sections[id],
    value: values[id],
    fields: within(fields, `/${id}`),
    slots: within(slots, id),
  };
}

function examplesOf(edition: CompiledEdition): ReturnType<typeof openCase>[] {
  const { cases } = edition.definition;
  return cases.map((one) => openCase(edition, one, cases));
}

describe.each(folders)('the evaluation of one section in %s', (folder) => {
  it('says of it what that of the whole form says, whatever else is filled in', async () => {
    let smaller = 0;
    for (const { definition } of await loadProgramme(folder)) {
      const edition = compileEdition(definition, {
        validators: interpretedValidators(),
        routes: compileRoute,
      });
      for (const { application, facts } of examplesOf(edition)) {
        const category = categoryOf(edition, application.category);
        const same = (asked: Application): void => {
          const whole = evaluate(edition, asked, facts);
          for (const section of category.sections) {
            const one = evaluateSection(edition, section, asked, facts);
            expect(about(section.id, one)).toEqual(about(section.id, whole));
            if (Object.keys(one.values).length < Object.keys(whole.values).length) smaller += 1;
          }
        };
        same(application);
        fc.assert(
          fc.property(fc.subarray(Object.keys(application.sections)), (left) => {
            const sections = left.map((id) => [id, application.sections[id] ?? null] as const);
            same({ ...application, sections: Object.fromEntries(sections) });
          }),
          { numRuns: ROUNDS },
        );
      }
    }
    expect(smaller).toBeGreaterThan(0);
  });
});
