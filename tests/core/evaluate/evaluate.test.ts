import { describe, expect, it } from 'vitest';
import { evaluate, explain, optionsOf, presets, ruleData } from '#core/evaluate/index.ts';
import { valueAt } from '#core/json/index.ts';
import type { FieldSchema, SectionDefinition } from '#core/model/index.ts';
import { all, complete, costs, hours, person } from '../compile/sections.ts';
import { applicationWith, edition, facts, file } from '../compile/tiny.ts';

const compiled = edition(all);

describe('evaluate', () => {
  it('derives in dependency order, and does not change what was filled in', () => {
    const application = applicationWith({
      person: { total: 99 },
      costs: [
        { id: 'r1', amount: 10 },
        { id: 'r2', amount: 5 },
      ],
    });
    const { values } = evaluate(compiled, application, facts);
    expect(values.person).toEqual({ total: 15, double: 30 });
    expect(application.sections.person).toEqual({ total: 99 });
  });

  it('leaves hidden answers and sections out', () => {
    const { values, fields, sections } = evaluate(
      compiled,
      applicationWith({ person: { nickname: 'N' }, hidden: { secret: 's' } }),
      facts,
    );
    expect(valueAt(values, ['person', 'nickname'])).toBeUndefined();
    expect(values.hidden).toBeUndefined();
    expect(fields['/person/nickname']).toEqual({ visible: false, required: false, readOnly: false });
    expect(sections.hidden).toEqual({ visible: false });
  });

  it('hides what depends on something hidden', () => {
    const chain: SectionDefinition = {
      id: 'chain',
      title: 'Chain',
      kind: 'form',
      schema: {
        type: 'object',
        properties: {
          c: { type: 'string', visibleWhen: { var: 'section.b' } },
          b: { type: 'boolean', visibleWhen: { var: 'section.a' } },
          a: { type: 'boolean' },
        },
      },
    };
    const { values, fields } = evaluate(
      edition([chain]),
      applicationWith({ chain: { a: false, b: true, c: 'x' } }),
      facts,
    );
    expect(values.chain).toEqual({ a: false });
    expect(fields['/chain/c']?.visible).toBe(false);
  });

  it.each([
    ['every condition holds', true, true, true, true],
    ['the outer group is hidden', false, true, true, false],
    ['the inner group is hidden', true, false, true, false],
    ['its own condition does not hold', true, true, false, false],
  ])('shows a field in groups by all their conditions: %s', (_, a, b, c, visible) => {
    const when = (id: string) => ({ visibleWhen: { var: `section.${id}` } });
    const inner: FieldSchema = {
      type: 'object',
      ...when('b'),
      properties: { deep: { type: 'string', ...when('c') } },
    };
    const nested: SectionDefinition = {
      id: 'nested',
      title: 'Nested',
      kind: 'form',
      schema: {
        type: 'object',
        properties: {
          a: { type: 'boolean' },
          b: { type: 'boolean' },
          c: { type: 'boolean' },
          outer: { type: 'object', ...when('a'), properties: { inner } },
        },
      },
    };
    const answers = { a, b, c, outer: { inner: { deep: 'd' } } };
    const { values, fields } = evaluate(edition([nested]), applicationWith({ nested: answers }), facts);
    expect(fields['/nested/outer/inner/deep']?.visible).toBe(visible);
    expect(valueAt(values, ['nested', 'outer', 'inner', 'deep'])).toBe(visible ? 'd' : undefined);
  });

  it('asks row by row', () => {
    const { fields, slots } = evaluate(
      compiled,
      applicationWith({
        costs: [
          { id: 'a', amount: 5 },
          { id: 'b', amount: 500 },
        ],
      }),
      facts,
    );
    expect(fields['/costs/0/why']).toEqual({ visible: false, required: false, readOnly: false });
    expect(fields['/costs/1/why']).toEqual({ visible: true, required: true, readOnly: false });
    expect(slots['costs/a/bill']).toEqual({ visible: true, required: false });
    expect(slots['costs/b/bill']).toEqual({ visible: true, required: true });
  });

  it('computes derived items column by column', () => {
    const cells = { work: { '2024': 3 }, play: { '2024': 4, '2025': 1 } };
    const { values } = evaluate(compiled, applicationWith({ hours: { cells, marks: {}, own: [] } }), facts);
    expect(valueAt(values, ['hours', 'cells', 'all'])).toEqual({ '2024': 7, '2025': 1 });
    const busy = evaluate(
      compiled,
      applicationWith({ person: { name: 'Busy' }, hours: { cells, marks: {}, own: [] } }),
      facts,
    );
    expect(valueAt(busy.values, ['hours', 'cells'])).toEqual({
      work: { '2024': 3 },
      all: { '2024': 3, '2025': 0 },
    });
  });

  it('takes what cannot be computed as false or null, and reports it', () => {
    const broken: SectionDefinition = {
      id: 'broken',
      title: 'Broken',
      kind: 'form',
      schema: {
        type: 'object',
        properties: {
          a: { type: 'string', requiredWhen: { '+': ['x', 1] } },
          b: { type: 'number', derive: { '+': [{ var: 'section.a' }, 1] } },
        },
      },
    };
    const { fields, values, errors } = evaluate(
      edition([broken]),
      applicationWith({ broken: { a: 'text', b: 4 } }),
      facts,
    );
    expect(fields['/broken/a']?.required).toBe(false);
    expect(valueAt(values, ['broken', 'b'])).toBeNull();
    expect(errors.map(({ at, what }) => [at, what])).toEqual([
      ['/broken/b', 'derive'],
      ['/broken/a', 'requiredWhen'],
    ]);
  });

  it('gives rules the edition facts and counts of files', () => {
    const { data } = evaluate(
      compiled,
      applicationWith({}, { files: [file('costs', 'bill', 'a'), file('costs', 'bill', 'b')] }),
      facts,
    );
    expect(valueAt(data, ['cycle', 'facts', 'rate'])).toBe(3);
    expect(valueAt(data, ['files', 'costs', 'bill'])).toBe(2);
  });

  it('throws for a category that the edition does not have', () => {
    expect(() => evaluate(compiled, { ...applicationWith({}), category: 'toString' }, facts)).toThrow(
      "no category 'toString'",
    );
  });
});

describe('explain', () => {
  it('gives the logic, its value and its trace', () => {
    const { derived } = explain(compiled, applicationWith(complete), facts, '/person/total');
    expect(derived).toMatchObject({ value: 10, trace: { operator: 'sum', value: 10 } });
  });

  it('reads the row that it is asked about', () => {
    const application = applicationWith({
      costs: [
        { id: 'a', amount: 5 },
        { id: 'b', amount: 500 },
      ],
    });
    expect(explain(compiled, application, facts, '/costs/1/why').visible?.value).toBe(true);
    expect(explain(compiled, application, facts, '/costs/0/why').visible?.value).toBe(false);
    expect(explain(compiled, application, facts, '/costs/0/what')).toEqual({});
  });

  it('explains a section and a grid cell', () => {
    expect(explain(compiled, applicationWith({}), facts, '/hidden').visible?.value).toBe(false);
    const application = applicationWith({ hours: { cells: { work: { '2024': 3 } }, marks: {}, own: [] } });
    expect(explain(compiled, application, facts, '/hours/cells/all/2024').derived?.value).toBe(3);
  });
});

describe('presets and options', () => {
  it('starts records, rows and grids', () => {
    expect(presets(compiled, 'plain', 'person', applicationWith({}), facts)).toEqual({ name: 'Test A' });
    expect(presets(compiled, 'plain', 'costs', applicationWith({}), facts)).toEqual({ mark: true });
    expect(presets(compiled, 'plain', 'hours', applicationWith({}), facts)).toEqual({
      cells: {},
      marks: {},
      own: [],
    });
  });

  it('offers the entries that are valid and not filtered out', () => {
    const field = compiled.categories.plain?.bySection.person?.fields.find(({ path }) => path === '/colour');
    if (field === undefined) throw new Error('no such field');
    const { data } = evaluate(compiled, applicationWith({}), facts);
    expect(optionsOf(compiled, field, data).map(({ code }) => code)).toEqual(['r']);
    expect(optionsOf(compiled, { schema: field.schema }, data).map(({ code }) => code)).toEqual(['r', 'b']);
  });

  it('offers an entry from its first day to its last, both included', () => {
    const entry = (code: string, days: { validFrom?: string; validTo?: string }) => ({
      code,
      title: code,
      ...days,
    });
    const { asOf } = facts.cycle;
    const entries = [
      entry('always', {}),
      entry('until-yesterday', { validTo: '2026-12-30' }),
      entry('until-today', { validTo: asOf }),
      entry('from-today', { validFrom: asOf }),
      entry('today-alone', { validFrom: asOf, validTo: asOf }),
      entry('from-tomorrow', { validFrom: '2027-01-01' }),
    ];
    const dated = edition(all, { codes: [{ id: 'colour', title: 'Colour', entries }] });
    const offered = optionsOf(dated, { schema: { type: 'string', code: 'colour' } }, ruleData(dated, facts));
    expect(offered.map(({ code }) => code)).toEqual(['always', 'until-today', 'from-today', 'today-alone']);
  });
});

describe('cost', () => {
  it('shares what it does not change', () => {
    const plain: SectionDefinition = {
      id: 'plain',
      title: 'P',
      kind: 'table',
      schema: {
        type: 'array',
        maxItems: 2,
        items: { type: 'object', properties: { a: { type: 'string' } } },
      },
    };
    const application = applicationWith({ plain: [{ id: 'a', a: 'x' }], costs: complete.costs });
    const { values } = evaluate(edition([plain, costs, person, hours]), application, facts);
    expect(values.plain).toBe(application.sections.plain);
    expect(values.costs).toBe(application.sections.costs);
  });
});
