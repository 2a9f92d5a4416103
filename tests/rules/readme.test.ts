import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLogic } from '#core/compile/logic/index.ts';
import { isObject } from '#core/json/index.ts';
import type { Json, Logic } from '#core/model/index.ts';
import { operators } from '#core/vocabulary/index.ts';
import { at, base, editionOf } from '../lint/base.ts';
import { drivers } from './support/drivers.ts';
import { scope } from './support/tables.ts';

const page = readFileSync(new URL('../../definitions/README.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^ *```json\n(.*?)^ *```/gms)].map(([, text = '']) => text);
const prose = page.replace(/^ *```.*?^ *```/gms, '');
const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);

/** A span that is JSON; undefined for names, paths and examples with something left out. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Several values behind one another, or keys without the braces around them. */
function valuesOf(block: string): Json[] {
  const text = block.trim();
  const list = text.startsWith('"') ? `[{${text}}]` : `[${text.replace(/\}\n(?=\{)/g, '},\n')}]`;
  return JSON.parse(list);
}

const isCall = (value: Json): boolean =>
  isObject(value) && Object.keys(value).length === 1 && operators.has(Object.keys(value)[0] ?? '');

/** Every piece of logic in a value, from outside. */
function logicIn(value: Json): Logic[] {
  if (isCall(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(logicIn);
  return isObject(value) ? Object.values(value).flatMap(logicIn) : [];
}

const inline = spans.flatMap((text) => logicIn(parsed(text) ?? null));
const inBlocks = blocks.flatMap(valuesOf).flatMap(logicIn);
const examples = [
  ...new Map([...inline, ...inBlocks].map((logic) => [JSON.stringify(logic), logic])).values(),
];
/** What an example uses by name is not there where it is run. */
const alone = examples.filter((logic) => !/"use"|"code":\[/.test(JSON.stringify(logic)));

describe('the page of the language', () => {
  it('has examples, each of which is JSON', () => {
    expect(blocks.length).toBeGreaterThan(15);
    expect(inline.length).toBeGreaterThan(25);
    for (const block of blocks) expect(() => valuesOf(block)).not.toThrow();
  });

  it.each(examples.map((logic) => [JSON.stringify(logic), logic] as const))(
    '%s is logic of the dialect',
    (_text, logic) => {
      const isInside = JSON.stringify(logic).includes('"outer.');
      const problems = checkLogic(isInside ? { map: [[], { map: [[], logic] }] } : logic);
      expect(problems).toEqual([]);
    },
  );

  it.each(alone.map((logic) => [JSON.stringify(logic), logic] as const))(
    '%s runs, and both drivers agree',
    (_text, logic) => {
      const data = { now: '2026-05-01T09:00:00Z', application: {}, row: {}, cycle: { facts: {} } };
      expect(drivers.compiled(logic, data, scope)).toEqual(drivers.interpreted(logic, data, scope));
    },
  );

  it.each([...operators.keys()])('names the operator %s', (name) => {
    expect(spans.some((text) => text === name || text.includes(`"${name}"`))).toBe(true);
  });
});

describe('facts on the page', () => {
  const values = blocks.flatMap(valuesOf).filter(isObject);
  const edition = values.find(({ facts }) => isObject(facts) && 'maxPapers' in facts);
  const papers = values.find(({ id, kind }) => id === 'papers' && kind === 'table');
  const [own = '{}'] = spans.filter((text) => text.startsWith('"facts":')).map((text) => `{${text}}`);

  it('are written out as it says', () => {
    const files = base();
    Object.assign(at(files, '2026/edition.json', 'facts'), edition?.facts);
    files['2026/sections/papers.json'] = papers ?? null;
    at(files, '2026/categories/standard.json', 'pages', 0).sections = [
      'plan',
      'costs',
      'hours',
      'opinions',
      'papers',
    ];
    const garden = at(files, '2026/categories/garden.json');
    files['2026/categories/field.json'] = { ...garden, id: 'field', title: 'Field loan', ...JSON.parse(own) };
    const { definition } = editionOf(files);
    const section = (id: string) =>
      definition.categories.find((one) => one.id === id)?.sections.find((one) => one.id === 'papers');
    expect(section('garden')?.help).toBe('At most 6 papers, each of 10 MB or less');
    expect(section('field')?.help).toBe('At most 5 papers, each of 10 MB or less');
    expect(section('field')?.schema?.maxItems).toBe(5);
  });
});
