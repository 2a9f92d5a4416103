import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from '#core/lint/index.ts';
import type { Json, SectionDefinition } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { applicationWith, edition, facts } from '../core/compile/tiny.ts';
import { at, base, editionOf } from '../lint/base.ts';
import { type RjsfSample, rjsfSamples } from '../support/rjsf-samples.ts';

/** Everything that `check` says of a programme with this section in one of its forms. */
function problemsOf({ section, codes = [] }: RjsfSample): string[] {
  const files = base();
  files[`2026/sections/${section.id}.json`] = section as unknown as Json;
  for (const list of codes) files[`codes/${list.id}.json`] = list as unknown as Json;
  const page = at(files, '2026/categories/standard.json', 'pages', 0);
  page.sections = [...(page.sections as string[]), section.id];
  return lint(editionOf(files))
    .filter(({ severity }) => severity !== 'note')
    .map(({ code, file, pointer }) => `${code} ${file}#${pointer}`);
}

const compiled = ({ section, codes = [] }: RjsfSample) => edition([section as SectionDefinition], { codes });

describe.each(rjsfSamples.map((one) => [one.sample, one] as const))('the sample "%s"', (_name, sample) => {
  it('is a definition that check finds nothing wrong with', () => {
    expect(problemsOf(sample)).toEqual([]);
  });

  it.each(sample.answers.map((one) => [JSON.stringify(one.value), one] as const))(
    'with %s has the problems that it should have',
    (_value, { value, problems }) => {
      const application = applicationWith({ [sample.section.id]: value });
      const found = validate(compiled(sample), application, facts).map(
        ({ path, code }) => `${path.replace(`/${sample.section.id}`, '')} ${code}`,
      );
      expect(found.sort()).toEqual(problems);
    },
  );
});

describe('the page of samples', () => {
  const page = readFileSync('docs/rjsf-samples.md', 'utf8');
  const rows = [...page.matchAll(/^\| (?!sample|-)([^|]+) \| (yes|partly|no) \|/gm)].map(
    ([, name = '', state]) => ({
      name: name.trim(),
      state,
    }),
  );

  it('lists every sample once', () => {
    expect(rows).toHaveLength(33);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(33);
  });

  it('says yes or partly of those that are held by a definition, and of no other', () => {
    const held = rows.filter(({ state }) => state !== 'no').map(({ name }) => name);
    expect(held.sort()).toEqual(rjsfSamples.map(({ sample }) => sample).sort());
  });

  it('counts them rightly', () => {
    const count = (state: string) => rows.filter((row) => row.state === state).length;
    expect(page).toContain(
      `${count('yes')} of 33 can be written as they are, ${count('partly')} in part, ${count('no')} not`,
    );
  });
});
