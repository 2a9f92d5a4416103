import { describe, expect, it } from 'vitest';
import type { Application, FieldSchema, RuleDefinition, SectionDefinition } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { all, complete } from '../compile/sections.ts';
import { applicationWith, edition, facts, file, tiny } from '../compile/tiny.ts';

const compiled = edition(all);
const cv = file('papers', 'cv');

function found(sections: Application['sections'], more: Partial<Application> = {}): string[] {
  const problems = validate(compiled, applicationWith(sections, { files: [cv], ...more }), facts);
  return problems.map(({ path, code, rule, slot }) =>
    [code, path, rule ?? slot].filter((part) => part !== undefined).join(' '),
  );
}

function form(
  properties: Record<string, FieldSchema>,
  required: string[] = [],
  rules: RuleDefinition[] = [],
): SectionDefinition {
  return { id: 's', title: 'S', kind: 'form', schema: { type: 'object', required, properties }, rules };
}

function foundIn(section: SectionDefinition, value: Application['sections'][string]): string[] {
  return validate(edition([section]), applicationWith({ s: value }), facts).map(({ code, path, rule }) =>
    `${code} ${path} ${rule ?? ''}`.trim(),
  );
}

const withPerson = (person: Application['sections']) => ({
  ...complete,
  person: { ...complete.person, ...person },
});

describe('validate: answers', () => {
  it('finds nothing in a complete application', () => {
    expect(found(complete)).toEqual([]);
  });

  it('asks for every required field at once, for the leaves of an untouched group', () => {
    expect(found({})).toEqual([
      'required /person/name',
      'required /person/colour',
      'required /person/since',
      'required /person/licence/number',
      'required /hours/cells/work/2024',
      'required /hours/cells/work/2025',
    ]);
  });

  it.each([null, '', '   ', [], {}])('treats %j as no answer', (blank) => {
    expect(found(withPerson({ name: blank, email: blank, hobby: blank }))).toEqual(['required /person/name']);
  });

  it('asks for the rest of an optional group once something in it is answered', () => {
    const group: FieldSchema = {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string' }, b: { type: 'string' } },
    };
    expect(foundIn(form({ group }), { group: { b: '' } })).toEqual([]);
    expect(foundIn(form({ group }), { group: { b: 'x' } })).toEqual(['required /s/group/a']);
  });

  it('asks for a field that a condition shows only where the optional groups around it are there', () => {
    const inner: FieldSchema = {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string', visibleWhen: true }, b: { type: 'string' } },
    };
    const optional = form({ outer: { type: 'object', properties: { inner, c: { type: 'string' } } } });
    expect(foundIn(optional, {})).toEqual([]);
    expect(foundIn(optional, { outer: { c: 'x' } })).toEqual([]);
    expect(foundIn(optional, { outer: { inner: { b: 'x' } } })).toEqual(['required /s/outer/inner/a']);
    const required = form({
      outer: { type: 'object', required: ['inner'], properties: { inner, c: { type: 'string' } } },
    });
    expect(foundIn(required, {})).toEqual([]);
    expect(foundIn(required, { outer: { c: 'x' } })).toContain('required /s/outer/inner/a');
  });

  it('accepts the word for none, and no other', () => {
    expect(found(withPerson({ since: 'never' }))).toEqual([]);
    expect(found(withPerson({ since: 'nie' }))).toEqual(['format /person/since']);
  });

  it('refuses codes that are out of date or not offered here', () => {
    expect(found(withPerson({ colour: 'old' }))).toEqual(['enum /person/colour']);
    expect(found(withPerson({ colour: 'b' }))).toEqual(['enum /person/colour']);
    expect(found(withPerson({ colour: 'r', email: 'a@example.org' }))).toEqual([]);
  });

  it('asks for what a condition asks for', () => {
    expect(found(withPerson({ colour: 'r' }))).toEqual(['required /person/email']);
    expect(found(withPerson({ hasNickname: true }))).toEqual([
      'required /person/nickname',
      'evidence /person/name photo',
    ]);
  });

  it('refuses what the form does not have, and a value of another kind', () => {
    expect(found(withPerson({ strange: 1, hasNickname: 'yes' }))).toContain('additional /person/strange');
    expect(found({ ...complete, costs: 'none' })).toEqual(['type /costs']);
    expect(found({ ...complete, costs: [null, 1] })).toEqual(['type /costs/0', 'type /costs/1']);
  });

  it('limits rows and wants their ids to differ', () => {
    const rows = ['a', 'b', 'c', 'c'].map((id) => ({ id, what: 'x', amount: 1 }));
    expect(found({ ...complete, costs: rows })).toEqual(['maxItems /costs', 'uniqueItems /costs/3']);
  });

  it('accepts the blank word in a grid, and no other', () => {
    const cells = (work: Application['sections']) => ({
      ...complete,
      hours: { cells: { work }, marks: {}, own: [] },
    });
    expect(found(cells({ '2024': '/', '2025': '/' }))).toEqual([]);
    expect(found(cells({ '2024': '-', '2025': 51 }))).toEqual([
      'type /hours/cells/work/2024',
      'maximum /hours/cells/work/2025',
    ]);
    expect(found(cells({ '2024': '/', '2025': 1, '1999': 1 }))).toEqual([
      'additional /hours/cells/work/1999',
    ]);
  });

  it('tells of at most a hundred schema errors a section', () => {
    const person = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, 1]));
    expect(found(withPerson(person)).filter((problem) => problem.startsWith('additional'))).toHaveLength(100);
  });
});

describe('validate: evidence, strikes', () => {
  it('asks each row for its file, and takes no more than the slot does', () => {
    const costs = [
      { id: 'a', what: 'x', amount: 11 },
      { id: 'b', what: 'x', amount: 12 },
    ];
    const files = [cv, file('costs', 'bill', 'b'), file('costs', 'bill', 'b')];
    expect(found({ ...complete, costs }, { files })).toEqual([
      'evidence /costs/0 bill',
      'evidence-count /costs/1 bill',
    ]);
  });

  it('asks a section for its file', () => {
    expect(found(complete, { files: [] })).toEqual(['evidence /papers cv']);
  });

  it('hands nothing in with a file that waits for the safety check, or did not pass it', () => {
    const bill = file('costs', 'bill', 'b');
    const costs = ['a', 'b'].map((id) => ({ id, what: 'x', amount: 1 }));
    const files = [
      { ...cv, state: 'held' as const },
      { ...bill, name: 'one.pdf', state: 'infected' as const },
      { ...bill, name: 'two.pdf', state: 'infected' as const },
      { ...bill, name: 'three.pdf', state: 'held' as const },
      { ...file('costs', 'bill', 'gone'), state: 'held' as const },
    ];
    const problems = validate(compiled, applicationWith({ ...complete, costs }, { files }), facts);
    expect(problems.map(({ code, path, row, params }) => [code, path, row, params.files])).toEqual([
      ['held', '/costs/1', 'b', 'three.pdf'],
      ['infected', '/costs/1', 'b', 'one.pdf, two.pdf'],
      ['held', '/papers', undefined, 'cv.pdf'],
    ]);
    expect(problems.every(({ severity }) => severity === 'block')).toBe(true);
  });

  it('takes a file that did not pass the safety check for none', () => {
    expect(found(complete, { files: [{ ...cv, state: 'infected' }] })).toEqual([
      'evidence /papers cv',
      'infected /papers cv',
    ]);
    const costs = [{ id: 'b', what: 'x', amount: 12 }];
    const bill = file('costs', 'bill', 'b');
    const files = [cv, bill, { ...bill, state: 'infected' as const }];
    expect(found({ ...complete, costs }, { files })).toEqual(['infected /costs/0 bill']);
  });

  it('asks nothing of files that are hidden', () => {
    const slots = [{ id: 'proof', title: 'Proof', visibleWhen: { var: 'application.s.asked' } }];
    const section = { ...form({ asked: { type: 'boolean' } }), slots };
    const files = [{ ...file('s', 'proof'), state: 'held' as const }];
    const codes = (asked: boolean) =>
      validate(edition([section]), applicationWith({ s: { asked } }, { files }), facts).map(
        ({ code }) => code,
      );
    expect([codes(false), codes(true)]).toEqual([[], ['held']]);
    expect(found(complete, { files: [cv, { ...file('hidden', 'paper'), state: 'held' }] })).toEqual([]);
  });

  it('warns of struck rows that are still there', () => {
    const strikes = [
      { section: 'costs', row: 'r1' },
      { section: 'costs', row: 'gone' },
    ];
    const problems = validate(compiled, applicationWith(complete, { files: [cv], strikes }), facts);
    expect(problems).toMatchObject([{ code: 'struck', path: '/costs/0', row: 'r1', severity: 'warn' }]);
  });
});

describe('validate: rules', () => {
  const rule = (more: Partial<RuleDefinition>): RuleDefinition => ({
    id: 'r',
    require: true,
    message: 'No',
    severity: 'block',
    ...more,
  });
  const ruled = (more: Partial<RuleDefinition>) =>
    foundIn(form({ a: { type: 'string' } }, [], [rule(more)]), { a: 'x' });

  it('lets only true pass', () => {
    expect(ruled({ require: true })).toEqual([]);
    expect(ruled({ require: 1 })).toEqual(['rule /s r']);
    expect(ruled({ require: { '+': [{ var: 'section.a' }, 1] } })).toEqual(['rule /s r']);
  });

  it('applies where its condition holds or cannot be computed, and not when switched off', () => {
    expect(ruled({ require: false, when: false })).toEqual([]);
    expect(ruled({ require: false, when: { '+': [{ var: 'section.a' }, 1] }, at: '/a' })).toEqual([
      'rule /s/a r',
    ]);
    expect(ruled({ require: false, enabled: false })).toEqual([]);
  });

  it('runs row rules for each row, with its files counted', () => {
    const costs = [{ id: 'a', what: 'x', amount: 2000, why: 'y' }];
    const files = [cv, file('costs', 'bill', 'a')];
    expect(found({ ...complete, costs }, { files })).toEqual(['rule /costs/0/amount billed']);
  });

  it('carries severity, message and clause; runs the rules of the category', () => {
    const costs = [{ id: 'a', what: 'x', amount: 6000, why: 'y' }];
    const problems = validate(compiled, applicationWith({ ...complete, costs }, { files: [cv] }), facts);
    expect(problems).toContainEqual(
      expect.objectContaining({
        rule: 'sum',
        severity: 'warn',
        message: 'A lot',
        source: 'clause 1',
        path: '/costs',
        place: 'Costs',
      }),
    );
    const rules: RuleDefinition[] = [rule({ id: 'whole', require: { var: 'application.s.b' }, at: '/s/a' })];
    const whole = edition([form({ a: { type: 'string', title: 'A' } })], {}, { rules });
    expect(validate(whole, applicationWith({}), facts)).toMatchObject([
      { rule: 'whole', path: '/s/a', section: 's', place: 'S A' },
    ]);
  });
});

describe('validate: words', () => {
  const chinese = (properties: Record<string, FieldSchema>, required: string[]) => {
    const { programme } = tiny([]);
    return edition([form(properties, required)], { programme: { ...programme, locale: 'zh-CN' } });
  };

  it('says what to do, in the language of the programme', () => {
    const compiled = chinese(
      { a: { type: 'string', title: '甲' }, b: { type: 'string', title: '乙', code: 'colour' } },
      ['a', 'b'],
    );
    expect(validate(compiled, applicationWith({}), facts).map(({ message }) => message)).toEqual([
      '请填写「甲」',
      '请选择「乙」',
    ]);
  });

  it('uses the messages of the field itself', () => {
    const messages = { required: 'The number on the certificate, please', maximum: 'No more than {limit}' };
    const section = form({ n: { type: 'number', title: 'N', maximum: 3, messages } }, ['n']);
    const spoken = (s: Application['sections']) =>
      validate(edition([section]), applicationWith({ s }), facts).map(({ message }) => message);
    expect(spoken({})).toEqual(['The number on the certificate, please']);
    expect(spoken({ n: 4 })).toEqual(['No more than 3']);
  });

  it('names the place by titles of the form', () => {
    const problems = validate(
      compiled,
      applicationWith({ ...complete, costs: [{ id: 'r1', what: 'x' }] }, { files: [cv] }),
      facts,
    );
    expect(problems).toMatchObject([
      { place: 'Costs row 1 Amount', row: 'r1', section: 'costs', params: { title: 'Amount' } },
    ]);
  });
});

describe('validate: characters', () => {
  const fields = { name: { type: 'string' as const, title: 'Name' }, again: { type: 'string' as const } };
  const problemsOf = (values: Application['sections'][string]) => {
    const of = edition([form(fields)]);
    return validate(of, applicationWith({ s: values }), facts);
  };

  it('hands no private-use character in, and names what stands in its place today', () => {
    const [problem, ...others] = problemsOf({ name: '甲\ue863\ue123' });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'private-use', path: '/s/name', severity: 'block' });
    expect(problem?.params.characters).toBe(
      '“\ue863” (U+E863; the standard one is “䶮”, U+4DAE), “\ue123” (U+E123)',
    );
    expect(problem?.message).toContain('“Name”');
  });

  it('warns of a character that no face has', () => {
    expect(problemsOf({ name: '甲\u{30000}' })).toMatchObject([
      { code: 'unprintable', severity: 'warn', params: { characters: '“\u{30000}” (U+30000)' } },
    ]);
    expect(problemsOf({ name: '甲䶮㐂' })).toEqual([]);
  });

  it('names five at most', () => {
    const [problem] = problemsOf({ name: '\ue000\ue001\ue002\ue003\ue004\ue005' });
    expect(problem?.params.characters).toMatch(/\(U\+E004\) and others$/);
  });

  it('tells of each answer', () => {
    const found = problemsOf({ name: '\ue000', again: '\ue000' });
    expect(found.map(({ path }) => path)).toEqual(['/s/name', '/s/again']);
  });
});
