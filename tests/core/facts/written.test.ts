import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsIn, factText, namedFact, templateWithFacts, withFacts } from '#core/facts/index.ts';
import type { CodeList, Json } from '#core/model/index.ts';

const codes: CodeList[] = [
  {
    id: 'kind',
    title: 'Kind',
    entries: [
      { code: 'a', title: 'First' },
      { code: 'b', title: 'Second' },
    ],
  },
];

const text = (fact: Json, locale = 'en') => {
  const described = namedFact(fact);
  return factText(described?.value ?? null, described, { locale, codes });
};

describe('a fact in a text', () => {
  it.each<[string, Json, string, string]>([
    ['a number', { title: 'x', value: 6, unit: 'rows' }, '6', '6'],
    ['in its unit', { title: 'x', value: 10485760, per: 1048576, unit: 'MB' }, '10', '10'],
    [
      'with its own text',
      { title: 'x', value: 1572864, per: 1048576, text: '{value} MB' },
      '1.5 MB',
      '1.5 MB',
    ],
    ['by its pattern', { title: 'x', value: 0.1, number: '0%' }, '10%', '10%'],
    ['a date', { title: 'x', value: '2026-03-01' }, '2026-03-01', '2026年3月1日'],
    [
      'codes by their titles',
      { title: 'x', value: ['a', 'b'], code: 'kind' },
      'First, Second',
      'First、Second',
    ],
    ['not in force', { title: 'x', value: null, text: '{value} MB' }, 'not in force', '未规定'],
  ])('%s', (_name, fact, english, chinese) => {
    expect([text(fact), text(fact, 'zh-CN')]).toEqual([english, chinese]);
  });

  it('what is described wrongly is left out and breaks nothing', () => {
    expect(text({ value: 5, per: 0, text: 7, number: [] })).toBe('5');
  });
});

const name = fc.stringMatching(/^[a-z][A-Za-z0-9-]{0,9}$/);
const plain = fc.string().filter((one) => !/[{}]/.test(one));
/** A text with places in it, and what the facts are: some of them are not there. */
const named = fc.tuple(
  fc
    .array(
      fc.oneof(
        plain,
        name.map((id) => `{facts.${id}}`),
        fc.constant('{year}'),
      ),
    )
    .map((parts) => parts.join('')),
  fc.dictionary(name, plain),
);
const lookUp = (facts: Record<string, string>) => (id: string) =>
  Object.hasOwn(facts, id) ? facts[id] : undefined;

describe('names in texts', () => {
  it('a text without braces is as it was', () => {
    fc.assert(fc.property(plain, (one) => withFacts(one, () => 'x') === one && factsIn(one).length === 0));
  });

  it('writing out twice is writing out once', () => {
    fc.assert(
      fc.property(named, ([one, facts]) => {
        const once = withFacts(one, lookUp(facts));
        expect(withFacts(once, lookUp(facts))).toBe(once);
        expect(factsIn(once)).toEqual(factsIn(one).filter((id) => !Object.hasOwn(facts, id)));
      }),
    );
  });

  it('a template takes nothing from a fact but text', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const written = templateWithFacts('<p>{facts.a}</p>', () => value, {});
        expect(written.slice(3, -4)).not.toMatch(/[<>{}"]/);
      }),
    );
  });

  it('a template counts with numbers where a tag has operands, and nowhere else', () => {
    const template =
      '{{#repeat facts.rows}}<i>{{facts.rows}}{{a.facts.rows}} facts.rows</i>{{/repeat}}{{#if (eq facts.rows 3)}}{facts.rows}{{/if}}{{! facts.rows }}';
    expect(templateWithFacts(template, () => 'three', { rows: 3 })).toBe(
      '{{#repeat 3}}<i>{{facts.rows}}{{a.facts.rows}} facts.rows</i>{{/repeat}}{{#if (eq 3 3)}}three{{/if}}{{! facts.rows }}',
    );
  });
});
