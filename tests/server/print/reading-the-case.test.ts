import { describe, expect, it } from 'vitest';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import type { Application, CompiledEdition, Facts, RosterDefinition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { openCase } from '#core/validate/index.ts';
import { inGroups, renderSheet } from '#server/print/index.ts';
import { rosterLines } from '#server/print/xlsx/lines.ts';
import { at, base, editionOf, type Files } from '../../lint/base.ts';

function compiled(change: (files: Files) => void): CompiledEdition {
  const files = base();
  change(files);
  const { definition } = editionOf(files);
  return compileEdition(definition, { validators: ajvValidators(), routes: compileRoute });
}

function exampleOf(edition: CompiledEdition, unit: string): { application: Application; facts: Facts } {
  const { cases } = edition.definition;
  const [example] = cases;
  if (!example) throw new Error('the base has one case');
  return openCase(edition, { ...example, unit: { name: unit } }, cases);
}

async function* each<T>(items: T[]): AsyncGenerator<T> {
  for (const item of items) yield item;
}

const roster = (over: Partial<RosterDefinition>): RosterDefinition => ({
  id: 'all',
  title: 'All',
  route: 'loan',
  queues: ['pending'],
  columns: [],
  ...over,
});

describe('a roster', () => {
  const edition = compiled((files) => {
    const row = at(files, '2026/sections/costs.json', 'schema', 'items', 'properties');
    row.kind = { type: 'string', code: 'tool', title: 'Kind' };
    Object.assign(at(files, '2026/cases/complete.json', 'sections', 'costs', 0), { kind: 'saw' });
  });

  it('writes the codes of rows as their titles', async () => {
    const columns = [{ title: 'Kind', value: { var: 'row.kind' } }];
    const one = { ...exampleOf(edition, 'A'), edition };
    const lines: unknown[] = [];
    for await (const line of rosterLines(roster({ columns, rowsOf: 'costs' }), each([one])))
      lines.push(line.cells);
    expect(lines).toEqual([['Saw']]);
  });

  it('adds up cents to cents', async () => {
    const columns = [
      { title: 'Unit', value: { var: 'unit.name' } },
      { title: 'Amount', value: 0.07, type: 'number' as const, subtotal: true },
    ];
    const cases = Array.from({ length: 100 }, () => ({ ...exampleOf(edition, 'A'), edition }));
    const lines: unknown[] = [];
    for await (const line of rosterLines(roster({ columns, subtotalBy: { var: 'unit.name' } }), each(cases)))
      lines.push(line.cells);
    expect(lines.at(-1)).toEqual(['A', 7]);
  });

  it('keeps the cases of one subtotal side by side', async () => {
    const found = ['A', 'B', 'A', 'C', 'B'].map((unit, index) => ({
      id: `${unit}${index}`,
      one: { ...exampleOf(edition, unit), edition },
    }));
    const ids = await inGroups(roster({ subtotalBy: { var: 'unit.name' } }), each(found));
    expect(ids).toEqual(['A0', 'A2', 'B1', 'B4', 'C3']);
  });
});

describe('a watermark', () => {
  const edition = compiled((files) => {
    at(files, '2026/sheets/form/sheet.json').watermark = {
      text: 'LONG HIRE',
      when: { '>': [{ var: 'application.plan.days' }, 10] },
    };
  });

  it.each([
    [2, false],
    [12, true],
  ])('reads the answers: %i days', (days, shown) => {
    const { application, facts } = exampleOf(edition, 'A');
    const plan = { ...(application.sections.plan as object), days };
    const html = renderSheet(
      edition,
      { ...application, sections: { ...application.sections, plan } },
      facts,
      'form',
    );
    expect(html.includes('LONG HIRE')).toBe(shown);
  });
});
