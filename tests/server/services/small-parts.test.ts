import { describe, expect, it } from 'vitest';
import type { FieldSchema, Json, JsonObject, SectionDefinition } from '#core/model/index.ts';
import { changeSensitive, mask } from '#server/services/case/sealing.ts';
import { stateKeyOf, stateOfKey } from '#server/services/case/state-key.ts';
import { cleanName } from '#server/services/cases/files/file-row.ts';
import { validateSettings } from '#server/services/cases/sheets/clean-settings.ts';
import { initialPassword } from '#server/services/entry/initial-password.ts';
import { checkPassword, createHasher } from '#server/services/entry/passwords.ts';
import { zoned } from '#server/services/ground/clock.ts';

describe('zoned', () => {
  it.each([
    ['Asia/Shanghai', '2026-05-01T01:02:03.456Z', '2026-05-01T09:02:03+08:00'],
    ['Europe/London', '2026-07-01T00:00:00.000Z', '2026-07-01T01:00:00+01:00'],
    ['Europe/London', '2026-12-31T23:59:59.999Z', '2026-12-31T23:59:59+00:00'],
    ['America/St_Johns', '2026-01-01T00:00:00.000Z', '2025-12-31T20:30:00-03:30'],
  ])('writes a moment in %s', (zone, moment, text) => {
    expect(zoned(new Date(moment), zone)).toBe(text);
    expect(Date.parse(text)).toBe(Math.floor(Date.parse(moment) / 1000) * 1000);
  });
});

describe('state keys', () => {
  it.each<Json>(['draft', { pending: 'own' }, { review: { money: 'open', garden: { open: 'first' } } }])(
    'come back as the state %j',
    (state) => {
      expect(stateOfKey(stateKeyOf(state))).toEqual(state);
    },
  );

  it('do not depend on the order of regions', () => {
    expect(stateKeyOf({ a: 'x', b: 'y' })).toBe(stateKeyOf({ b: 'y', a: 'x' }));
  });
});

describe('sensitive values', () => {
  const number = { type: 'string', sensitive: true } as const;
  const record: FieldSchema = {
    type: 'object',
    properties: { name: { type: 'string' }, number, inner: { type: 'object', properties: { number } } },
  };
  const form: SectionDefinition = { id: 'person', title: 'Person', kind: 'form', schema: record };

  it('are changed wherever they stand, and nothing else is', () => {
    const value = { name: 'A', number: '1', inner: { number: '2', other: '3' }, extra: '4' };
    expect(changeSensitive(form, value, () => 'X')).toEqual({
      name: 'A',
      number: 'X',
      inner: { number: 'X', other: '3' },
      extra: '4',
    });
  });

  it('are changed in every row of a table', () => {
    const table: SectionDefinition = {
      ...form,
      kind: 'table',
      schema: { type: 'array', items: record },
    };
    expect(changeSensitive(table, [{ id: 'r', number: '1' }, { id: 's' }], () => 'X')).toEqual([
      { id: 'r', number: 'X' },
      { id: 's' },
    ]);
  });

  it('show four characters at either end, or none', () => {
    expect(mask('500000198001011073')).toBe('5000**********1073');
    expect(mask('12345678')).toBe('********');
  });
});

describe('passwords', () => {
  const policy = { minLength: 8, classes: 3, questions: 'q' };
  const programme = { id: 'garden-grants', title: 'Garden grants', password: policy };

  it.each([
    ['Abcdef12', true],
    ['abcdef12', false],
    ['Ab1!', false],
    ['密码密码密码Ab1', true],
    ['Ab1 Ab1 Ab1 ', true],
    ['xNobody1234', false],
  ])('%s against the policy', (password, allowed) => {
    const check = () => checkPassword(programme, password, 'nobody');
    if (allowed) expect(check).not.toThrow();
    else expect(check).toThrow('password-policy');
  });

  it.each(['Passw0rd', 'P@ssw0rd!', 'Admin@2026', '1qaz@WSX', 'Aa123456', 'Garden-2026', 'Grants@Garden1'])(
    'refuses %s, which is common',
    (password) => expect(() => checkPassword(programme, password, 'nobody')).toThrow('password-common'),
  );

  it('accepts a password that only contains such a word', () =>
    expect(() => checkPassword(programme, 'Garden-Kettle-9', 'nobody')).not.toThrow());

  it('accepts the same secret in another Unicode form', async () => {
    const hasher = createHasher();
    const stored = await hasher.hash('Caf\u00e9-１２３-ａｂ');
    expect(await hasher.verify(stored, 'Cafe\u0301-123-ab')).toBe(true);
    expect(await hasher.verify(stored, 'Cafe-123-ab')).toBe(false);
  });

  it('verifies what it hashed, to the last character and beyond the 72nd', async () => {
    const hasher = createHasher();
    const long = '密🔑'.repeat(40);
    const stored = await hasher.hash(long);
    expect(await hasher.verify(stored, long)).toBe(true);
    expect(await hasher.verify(stored, `${long} `)).toBe(false);
    expect(await hasher.verify(null, 'nobody has this password')).toBe(false);
  });

  it('makes initial ones of every class, never the same', () => {
    const made = Array.from({ length: 50 }, initialPassword);
    expect(new Set(made).size).toBe(50);
    for (const one of made)
      expect(() =>
        checkPassword({ ...programme, password: { ...policy, classes: 4 } }, one, 'nobody'),
      ).not.toThrow();
  });
});

describe('file names', () => {
  it.each([
    ['证明.pdf', '证明.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\secret\\a.pdf', 'a.pdf'],
    ['a\u0000b\u202Efdp.exe', 'abfdp.exe'],
    ['\r\n', 'file'],
    ['x'.repeat(300), 'x'.repeat(120)],
    [`${'证'.repeat(300)}.pdf`, `${'证'.repeat(116)}.pdf`],
    [`${'a'.repeat(115)}👩‍⚕️.pdf`, `${'a'.repeat(115)}.pdf`],
    ['e\u0301.pdf', 'é.pdf'],
  ])('%j becomes %j', (name, clean) => expect(cleanName(name)).toBe(clean));
});

describe('print settings', () => {
  const schemas = { size: { type: 'number', minimum: 8, maximum: 14 } } as const;

  it.each<JsonObject>([{ size: 8 }, { size: 14 }, {}])('takes %j', (settings) => {
    expect(() => validateSettings({ ...schemas }, settings)).not.toThrow();
  });

  const wrong = [
    { size: 7.9 },
    { size: '8' },
    { size: Number.NaN },
    { other: 1 },
    Object.fromEntries([['constructor', 1]]),
  ];
  it.each(wrong as JsonObject[])('refuses %j', (settings) => {
    expect(() => validateSettings({ ...schemas }, settings)).toThrow('settings-refused');
  });
});
