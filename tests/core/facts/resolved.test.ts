import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveFacts } from '#core/assemble/facts/index.ts';
import { traced } from '#core/assemble/traced.ts';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { lint } from '#core/lint/index.ts';
import { forgetful } from '#core/memory/index.ts';
import type { Json } from '#core/model/index.ts';
import { scopeAt, sentence } from '#core/sentence/index.ts';
import { openCase, validate } from '#core/validate/index.ts';
import { at, base, editionOf, type Files } from '../../lint/base.ts';

const ROWS = { title: 'Rows', value: 6, unit: 'rows' };

/** The loan's programme, whose table, texts and sheet name a fact; a second category has another value. */
function named(facts: Record<string, Json> = { rows: 4 }): Files {
  const files = base();
  Object.assign(at(files, '2026/edition.json'), { facts: { most: 100, rows: { ...ROWS } } });
  Object.assign(at(files, '2026/sections/costs.json'), { help: 'At most {facts.rows} rows' });
  Object.assign(at(files, '2026/sections/costs.json', 'schema'), { maxItems: { fact: 'rows' } });
  Object.assign(at(files, '2026/sections/hours.json', 'columns', 'years'), {
    from: { fact: 'rows', times: -1 },
  });
  const { overlay: _, ...garden } = at(files, '2026/categories/garden.json');
  files['2026/categories/garden.json'] = garden;
  files['2026/categories/field.json'] = { ...garden, id: 'field', title: 'Field loan', facts };
  files['2026/sheets/form/template.hbs'] +=
    '{{#repeat facts.rows}}<i></i>{{/repeat}}<p>{facts.rows} rows</p>\n';
  return files;
}

const costsOf = (files: Files, id: string) => {
  const { definition, locate } = editionOf(files);
  const index = definition.categories.findIndex((category) => category.id === id);
  const position = definition.categories[index]?.sections.findIndex((section) => section.id === 'costs');
  const costs = definition.categories[index]?.sections[position ?? -1];
  const place = locate(`/categories/${index}/sections/${position}/schema/maxItems`);
  return { help: costs?.help, maxItems: costs?.schema?.maxItems, place };
};

describe('a fact that the edition and a category have', () => {
  it('is written out in limits and texts, each with the value of its category', () => {
    const files = named();
    expect(lint(editionOf(files))).toEqual([]);
    expect(costsOf(files, 'garden')).toEqual({
      help: 'At most 6 rows',
      maxItems: 6,
      place: { file: '2026/edition.json', pointer: '/facts/rows/value' },
    });
    expect(costsOf(files, 'field')).toEqual({
      help: 'At most 4 rows',
      maxItems: 4,
      place: { file: '2026/categories/field.json', pointer: '/facts/rows' },
    });
  });

  it('is written out in templates, and counted with', () => {
    const { sheets } = editionOf(named()).definition;
    expect(sheets[0]?.template).toContain('{{#repeat 6}}<i></i>{{/repeat}}<p>6 rows</p>');
    expect(sheets[0]?.templates?.field).toContain('{{#repeat 4}}<i></i>{{/repeat}}<p>4 rows</p>');
    expect(Object.keys(sheets[0]?.templates ?? {})).toEqual(['field']);
  });

  it('that is not in force in a category leaves the limit to the server', () => {
    const { maxItems } = costsOf(named({ rows: null }), 'field');
    expect(maxItems).toBe(200);
  });

  it('is what its rules read', () => {
    const edition = compileEdition(editionOf(named({ most: 3 })).definition, { validators: ajvValidators() });
    const { cases } = edition.definition;
    const found = ['garden', 'field'].map((category) => {
      const { application, facts } = openCase(
        edition,
        { ...cases[0], category } as (typeof cases)[number],
        cases,
      );
      return validate(edition, application, facts).map(({ rule }) => rule);
    });
    expect(found).toEqual([[], ['cheap']]);
  });

  it('is read with its title and what it is in the category', () => {
    const { definition } = editionOf(named());
    const logic = { '<=': [{ length: { var: 'application.costs' } }, { var: 'cycle.facts.rows' }] };
    const read = (id: string, locale: string) => {
      const index = definition.categories.findIndex((category) => category.id === id);
      return sentence(logic, scopeAt(definition, `/categories/${index}/rules/0/require`), locale);
    };
    expect(read('garden', 'en')).toContain('“Rows (6 rows)”');
    expect(read('field', 'zh-CN')).toContain('「Rows（4rows）」');
  });
});

const PLACES: [string, ...(string | number)[]][] = [
  ['2026/sections/costs.json', 'help'],
  ['2026/sections/costs.json', 'rules', 0, 'message'],
  ['2026/sections/plan.json', 'schema', 'properties', 'days', 'title'],
  ['2026/categories/standard.json', 'menus', 0, 'title'],
  ['2026/routes/loan.json', 'events', 'SUBMIT', 'title'],
];

describe('resolving', () => {
  it('is done after once: what is assembled names nothing any more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (edition, own) => {
        const files = named({ rows: own });
        Object.assign(at(files, '2026/edition.json', 'facts', 'rows'), { value: edition });
        const definition = editionOf(files).definition as unknown as Json;
        const again = resolveFacts(traced(definition, { file: '', pointer: '' }), forgetful);
        expect(again.value).toEqual(definition);
        expect(JSON.stringify(definition)).not.toContain('{facts.');
      }),
      { numRuns: 20 },
    );
  });

  it('a fact that is not there is one problem, however many categories take its place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), fc.stringMatching(/^z[a-z]{8,12}$/), ([file, ...path], id) => {
        const files = named();
        const key = String(path.at(-1));
        Object.assign(at(files, file, ...path.slice(0, -1)), { [key]: `At most {facts.${id}}` });
        const found = lint(editionOf(files)).filter(({ severity }) => severity === 'error');
        expect(found.map(({ code, file: where }) => [code, where])).toEqual([['unknown-fact', file]]);
      }),
      { numRuns: 10 },
    );
  });

  it('an unknown limit is one problem, too', () => {
    const files = named();
    Object.assign(at(files, '2026/sections/costs.json', 'schema'), { maxItems: { fact: 'lines' } });
    const found = lint(editionOf(files)).filter(({ severity }) => severity === 'error');
    expect(found.map(({ code, pointer }) => [code, pointer])).toEqual([['unknown-fact', '/schema/maxItems']]);
  });

  it('the place of a problem says facts as numbers', () => {
    const files = named();
    Object.assign(at(files, '2026/sections/costs.json'), {
      title: 'Costs in {facts.rows} rows',
      kind: 'heap',
    });
    const [problem] = lint(editionOf(files)).filter(({ file }) => file === '2026/sections/costs.json');
    expect(problem?.place).toContain('Costs in 6 rows');
  });
});
