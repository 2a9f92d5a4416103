/** The samples of RJSF's playground, drawn by this engine: each field that is asked for is there under its title. */
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { FieldSchema, SectionDefinition } from '#core/model/index.ts';
import { rjsfSamples } from '../support/rjsf-samples.ts';
import { openSection } from './support/open.tsx';

/** The titles of the fields that stand there at the start. */
function titlesOf({ kind, schema, slots = [] }: SectionDefinition): string[] {
  const record = (kind === 'table' ? schema?.items : schema) as FieldSchema | undefined;
  const fields = Object.values(record?.properties ?? {}).filter(
    ({ visibleWhen }) => visibleWhen === undefined,
  );
  return [...fields.flatMap(({ title }) => title ?? []), ...slots.map(({ title }) => title)];
}

it.each(rjsfSamples.map((one) => [one.sample, one] as const))(
  '%s',
  async (_name, { section, codes, answers }) => {
    const value = answers[0]?.value ?? {};
    openSection(section, { [section.id]: value }, { ...(codes && { codes }) });
    const titles = titlesOf(section);
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles)
      expect((await screen.findAllByText(new RegExp(`^${escaped(title)}`))).length).toBeGreaterThan(0);
  },
);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
