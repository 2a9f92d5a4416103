import { describe, expect, it } from 'vitest';
import { factsOf, namedFact } from '#core/facts/index.ts';
import type { Json, SourceFile } from '#core/model/index.ts';
import { loadEdition } from './edition.ts';

const loaded = await loadEdition();
const own = loaded.files.filter((file) => !/\/(routes|sheets)\/|^routes\//.test(file.path));

type Cited = { file: string; source: string };

function sourcesIn(value: Json | undefined, file: string): Cited[] {
  if (value === null || typeof value !== 'object') return [];
  const here =
    !Array.isArray(value) && typeof value.source === 'string' ? [{ file, source: value.source }] : [];
  return [...here, ...Object.values(value).flatMap((child) => sourcesIn(child, file))];
}

const cited = own.flatMap((file: SourceFile) => sourcesIn(file.json, file.path));

describe('sources', () => {
  it('cite the manual by the numbers of its body, which end at 4.3.13', () => {
    const clauses = cited.flatMap(({ file, source }) =>
      [...source.matchAll(/\b4\.3\.(\d+)/g)].map((found) => ({ file, clause: Number(found[1]) })),
    );
    expect(clauses.length).toBeGreaterThan(100);
    expect(clauses.filter(({ clause }) => clause > 13)).toEqual([]);
  });

  it('are given for every workload item, code list, rule and case', () => {
    const { categories, codes, cases } = loaded.definition;
    const items = categories.flatMap((category) =>
      category.sections.flatMap((section) => section.items ?? []),
    );
    const rules = categories.flatMap((category) => [
      ...(category.rules ?? []),
      ...category.sections.flatMap((section) => section.rules ?? []),
    ]);
    const silent = (parts: readonly { id: string; source?: string }[]) =>
      parts.filter((part) => part.source === undefined).map((part) => part.id);
    expect(silent(items.filter((item) => item.id !== 'result'))).toEqual([]);
    expect(silent(codes)).toEqual([]);
    const facts = Object.entries(loaded.definition.edition.facts ?? {});
    expect(facts.length).toBeGreaterThan(25);
    expect(facts.filter(([, fact]) => namedFact(fact)?.source === undefined)).toEqual([]);
    expect(silent(rules)).toEqual([]);
    expect(silent(cases)).toEqual([]);
  });

  it('say where nobody has confirmed yet', () => {
    expect(cited.filter(({ source }) => source.includes('to be confirmed')).length).toBeGreaterThan(100);
  });
});

describe('thresholds that nobody could source', () => {
  const { categories, edition } = loaded.definition;
  const rules = categories.flatMap((category) => [
    ...(category.rules ?? []),
    ...category.sections.flatMap((section) => section.rules ?? []),
  ]);
  const off = rules.filter((rule) => rule.enabled === false);

  it('are shipped switched off', () => {
    expect([...new Set(off.map((rule) => rule.id))].sort()).toEqual([
      'min-discharges',
      'min-operations',
      'min-outpatients',
      'min-weeks-chief',
      'min-weeks-deputy',
      'publicity-days',
      'seniority-chief',
      'seniority-deputy',
    ]);
  });

  it('have no official figure, apart from the days of publicity', () => {
    const facts = factsOf(edition);
    expect(facts.publicityDays).toBe(5);
    const without = Object.keys(facts).filter((id) => facts[id] === null);
    expect(without.sort()).toEqual([
      'discharges',
      'minWeeksChief',
      'minWeeksDeputy',
      'operations',
      'outpatients',
      'seniorityBachelor',
      'seniorityChief',
      'seniorityCollege',
      'seniorityDoctor',
      'seniorityMaster',
    ]);
  });
});
