import { describe, expect, it } from 'vitest';
import { evaluate, explain, itemPreset, keepUnwritable } from '#core/evaluate/index.ts';
import type { Json, SectionDefinition } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { applicationWith, edition, facts } from '../compile/tiny.ts';

/** Projects with their milestones. */
const projects: SectionDefinition = {
  id: 'projects',
  title: 'Projects',
  kind: 'table',
  schema: {
    type: 'array',
    maxItems: 5,
    items: {
      type: 'object',
      properties: {
        rate: { type: 'number', title: 'Rate' },
        doubled: { type: 'number', title: 'Doubled', derive: { '*': [{ var: 'row.rate' }, 2] } },
        total: {
          type: 'number',
          title: 'Total',
          derive: { sum: { map: [{ var: 'row.milestones' }, { var: 'cost' }] } },
        },
        milestones: {
          type: 'array',
          title: 'Milestones',
          maxItems: 4,
          items: {
            type: 'object',
            required: ['days'],
            properties: {
              days: { type: 'integer', title: 'Days', preset: 2 },
              cost: {
                type: 'number',
                title: 'Cost',
                derive: { '*': [{ var: 'item.days' }, { var: 'row.doubled' }] },
              },
              why: {
                type: 'string',
                title: 'Why',
                visibleWhen: { '>': [{ var: 'item.cost' }, 50] },
                requiredWhen: true,
              },
              colour: {
                type: 'string',
                title: 'Colour',
                code: 'colour',
                optionsWhen: { or: [{ var: 'option.warm' }, { '>': [{ var: 'item.days' }, 5] }] },
              },
            },
          },
        },
      },
    },
  },
  rules: [
    {
      id: 'short',
      per: 'item',
      list: '/milestones',
      at: '/days',
      require: { '<=': [{ var: 'item.days' }, { var: 'row.rate' }] },
      message: 'Longer than the rate',
      severity: 'block',
    },
  ],
};
const compiled = edition([projects]);
const rows: Json = [
  {
    id: 'a',
    rate: 5,
    milestones: [
      { days: 3, colour: 'r', why: 'hidden' },
      { days: 6, colour: 'b' },
    ],
  },
  { id: 'b', rate: 4, milestones: [{ colour: 'b', days: 1 }] },
];
const application = applicationWith({ projects: rows });

describe('records in a list of a row', () => {
  it('are computed in the order of what they read, within the item, the row and back in the row', () => {
    const { values } = evaluate(compiled, application, facts);
    expect(values.projects).toMatchObject([
      { doubled: 10, total: 90, milestones: [{ cost: 30 }, { cost: 60 }] },
      { doubled: 8, total: 8, milestones: [{ cost: 8 }] },
    ]);
  });

  it('hide and ask for each field by its own item', () => {
    const { fields, values } = evaluate(compiled, application, facts);
    expect(fields['/projects/0/milestones/0/why']).toEqual({
      visible: false,
      required: false,
      readOnly: false,
    });
    expect(fields['/projects/0/milestones/1/why']).toEqual({
      visible: true,
      required: true,
      readOnly: false,
    });
    expect(JSON.stringify(values)).not.toContain('hidden');
    expect(JSON.stringify(application)).toContain('hidden');
  });

  it('have problems with pointers, of rules, choices and what is missing', () => {
    const problems = validate(compiled, application, facts);
    expect(problems.map(({ path, code, row }) => [path, code, row])).toEqual([
      ['/projects/0/milestones/1/why', 'required', 'a'],
      ['/projects/1/milestones/0/colour', 'enum', 'b'],
      ['/projects/0/milestones/1/days', 'rule', 'a'],
    ]);
    expect(problems[0]?.place).toBe('Projects row 1 Milestones row 2 Why');
  });

  it('hold no more than their limit', () => {
    const milestones = Array.from({ length: 5 }, () => ({ days: 1 }));
    const found = validate(
      compiled,
      applicationWith({ projects: [{ id: 'a', rate: 5, milestones }] }),
      facts,
    );
    expect(found.map(({ path, code }) => [path, code])).toEqual([['/projects/0/milestones', 'maxItems']]);
  });

  it('say why, by the values of their own item', () => {
    const { visible } = explain(compiled, application, facts, '/projects/0/milestones/1/why');
    expect(visible).toMatchObject({ value: true });
    expect(visible?.sentence).toContain('“Cost” is more than 50');
    expect(explain(compiled, application, facts, '/projects/0/milestones/0/why').visible).toMatchObject({
      value: false,
    });
  });

  it('begin with their presets', () => {
    expect(itemPreset(compiled, '/projects/1/milestones', application, facts)).toEqual({ days: 2 });
    expect(itemPreset(compiled, '/projects/1/others', application, facts)).toBeUndefined();
  });

  it('keep what is computed, whatever somebody sends for it', () => {
    const [section] = compiled.categories.plain?.sections ?? [];
    if (!section) throw new Error('there is one section');
    const sent: Json = [{ id: 'a', rate: 5, milestones: [{ days: 3, cost: 1 }] }];
    const evaluation = evaluate(compiled, applicationWith({ projects: sent }), facts);
    expect(keepUnwritable(section, [], sent, 'applicant', evaluation)).toMatchObject([
      { milestones: [{ days: 3, cost: 30 }] },
    ]);
  });
});
