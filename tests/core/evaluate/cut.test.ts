import { describe, expect, it } from 'vitest';
import { evaluate, inputPresets, optionsOf, presets, ruleData } from '#core/evaluate/index.ts';
import type { Logic, SectionDefinition } from '#core/model/index.ts';
import { actionsOf, initialState, step } from '#core/route/index.ts';
import { evaluateAndValidate, validate } from '#core/validate/index.ts';
import { by, reviewEdition } from '../../route/tiny-route.ts';
import { applicationWith, edition, facts } from '../compile/tiny.ts';

/** Takes more than a rule may, and would hold if it were let. */
const endless: Logic = {
  some: [
    { merge: Array.from({ length: 99 }, () => ({ var: 'application.rows' })) },
    { some: [{ var: 'list' }, { '<': [{ '+': [{ var: '' }, 1] }, 0] }] },
  ],
};
const endlessly: Logic = { '!': endless };
const list = Array.from({ length: 50 }, (_, number) => number);
const rows = Array.from({ length: 200 }, (_, number) => ({ id: `r${number}`, list }));

const table: SectionDefinition = {
  id: 'rows',
  title: 'Rows',
  kind: 'table',
  schema: {
    type: 'array',
    minItems: 0,
    maxItems: 200,
    items: {
      type: 'object',
      properties: { list: { type: 'array', title: 'List', maxItems: 50, items: { type: 'integer' } } },
    },
  },
};

function form(fields: NonNullable<SectionDefinition['schema']>, more: Partial<SectionDefinition> = {}) {
  const section: SectionDefinition = { id: 'plan', title: 'Plan', kind: 'form', schema: fields, ...more };
  return edition([table, section]);
}

const answers = (plan: Record<string, string | number> = {}) => applicationWith({ rows, plan });

describe('a rule that takes too much', () => {
  it('does not pass, and applies where its condition takes too much', () => {
    const rule = { id: 'rule', severity: 'block' as const, message: 'No' };
    const codesOf = (rules: SectionDefinition['rules']) =>
      validate(form({ properties: {} }, { rules: rules ?? [] }), answers(), facts).map(({ code }) => code);
    expect(codesOf([{ ...rule, require: endlessly }])).toEqual(['rule']);
    expect(codesOf([{ ...rule, when: endlessly, require: false }])).toEqual(['rule']);
    expect(codesOf([{ ...rule, when: endlessly, require: true }])).toEqual([]);
  });

  it('asks for the answer', () => {
    const asking = form({ properties: { why: { type: 'string', title: 'Why', requiredWhen: endless } } });
    const found = (why: Record<string, string>) =>
      validate(asking, answers(why), facts).map(({ code, path }) => `${code} ${path}`);
    expect(found({})).toEqual(['required /plan/why']);
    expect(found({ why: 'so' })).toEqual([]);
  });

  it('asks for the file', () => {
    const slots = [{ id: 'proof', title: 'Proof', requiredWhen: endless }];
    const problems = validate(form({ properties: {} }, { slots }), answers(), facts);
    expect(problems).toMatchObject([{ code: 'evidence', slot: 'proof' }]);
  });

  it('locks', () => {
    const locking = form({ properties: { fee: { type: 'number', title: 'Fee', readOnlyWhen: endless } } });
    expect(evaluate(locking, answers(), facts).fields['/plan/fee']).toMatchObject({ readOnly: true });
  });

  it.each([
    [
      'a field',
      { properties: { why: { type: 'string', title: 'Why', visibleWhen: endlessly } } },
      {},
      '/plan/why',
    ],
    [
      'a derived value',
      { properties: { sum: { type: 'number', title: 'Sum', derive: endless } } },
      {},
      '/plan/sum',
    ],
    ['a section', { properties: {} }, { visibleWhen: endlessly }, '/plan'],
  ] as const)('blocks where it would show or derive %s', (_, schema, more, path) => {
    const hiding = form(schema as SectionDefinition['schema'] & object, more);
    const { evaluation, problems } = evaluateAndValidate(hiding, answers(), facts);
    expect(evaluation.errors).toMatchObject([{ at: path, cut: true }]);
    expect(problems).toMatchObject([
      { code: 'not-computed', path, severity: 'block', message: expect.stringContaining('take too much') },
    ]);
  });

  it('offers nothing and begins with nothing', () => {
    const choosing = form({
      properties: {
        hue: { type: 'string', title: 'Hue', code: 'colour', optionsWhen: endlessly },
        begun: { type: 'boolean', title: 'Begun', preset: endlessly },
      },
    });
    const [field] = choosing.categories.plain?.bySection.plan?.fields ?? [];
    if (!field) throw new Error('The field is not compiled');
    const data = ruleData(choosing, facts, { application: { rows } });
    expect(optionsOf(choosing, field, data)).toEqual([]);
    expect(validate(choosing, answers({ hue: 'r' }), facts).map(({ code }) => code)).toEqual(['enum']);
    expect(presets(choosing, 'plain', 'plan', answers(), facts)).toEqual({});
  });

  it('opens no way', () => {
    const guarded = reviewEdition({
      held: ['office'],
      events: { PASS: { title: 'Pass' } },
      states: {
        open: {
          meta: { title: 'Open', desk: 'office' },
          on: { PASS: by('office', { target: 'done', when: endlessly }) },
        },
        done: { type: 'final', meta: { title: 'Done' } },
      },
    });
    const route = guarded.routes.review;
    if (!route) throw new Error('The edition has no route');
    const state = initialState(route, '2026-05-01T09:00:00Z', { office: 'o1' });
    const data = ruleData(guarded, facts, { application: { rows } });
    const event = { type: 'PASS', by: 'office', now: '2026-05-01T09:00:00Z' };
    expect(actionsOf(guarded, 'review', state, 'office', data)).toEqual([]);
    expect(step(guarded, 'review', state, event, data)).toMatchObject({ refused: { code: 'not-allowed' } });
    expect(inputPresets(guarded, 'review', 'PASS', data)).toEqual({});
  });
});

describe('rules that take too much together', () => {
  const weight: Logic = { count: { map: [{ merge: many(40) }, { '+': [{ length: { var: 'list' } }, 1] }] } };

  it('are cut once they have taken it, and block', () => {
    const fields = Object.fromEntries(
      Array.from({ length: 100 }, (_, number) => [
        `n${number}`,
        { type: 'number' as const, title: 'N', derive: weight },
      ]),
    );
    const crowded = form({ properties: fields });
    const { values, errors } = evaluate(crowded, answers(), facts);
    const computed = Object.values(values.plan as Record<string, unknown>).filter((value) => value === 8000);
    expect(computed.length).toBeGreaterThan(5);
    expect(computed.length + errors.length).toBe(100);
    expect(errors.length).toBeGreaterThan(50);
    expect(errors.every(({ cut }) => cut === true)).toBe(true);
    expect(validate(crowded, answers(), facts)).toHaveLength(errors.length);
  });

  it('leave the next evaluation its own steps', () => {
    const light = form({ properties: { n: { type: 'number', title: 'N', derive: weight } } });
    for (let time = 0; time < 40; time += 1) expect(evaluate(light, answers(), facts).errors).toEqual([]);
  });
});

function many(times: number): Logic[] {
  return Array.from({ length: times }, () => ({ var: 'application.rows' }));
}
