import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ProgrammeDefinition } from '#core/model/index.ts';
import { chapterAt, topicsFor } from '#renderer/help/topics.ts';
import { helpTexts } from '#renderer/locales/help/texts.ts';

const programme = JSON.parse(
  readFileSync('definitions/chongqing-health-titles/programme.json', 'utf8'),
) as ProgrammeDefinition;
const readers = programme.roles.map(({ id, abilities, guide = [] }) => ({ id, abilities, guide }));

const pages: [string, string][] = [
  ['/register/unit', 'registration'],
  ['/registration', 'registration'],
  ['/applications/a1/basic', 'application'],
  ['/applications/a1/confirm', 'confirming'],
  ['/applications/a1/sheets', 'printing'],
  ['/applications/a1/opinions', 'opinions'],
  ['/queues/account/pending', 'review'],
  ['/cases/c1', 'review'],
  ['/queues/application/passed/DELIVER', 'board'],
  ['/accounts', 'accounts'],
  ['/account', 'account'],
  ['/password', 'account'],
  ['/audit', 'audit'],
  ['/policy/forms', 'policy'],
  ['/setup/token', 'setup'],
];

test.each(pages)('the help of %s is about it', (path, topic) => {
  expect(chapterAt(path, { abilities: [], guide: [] })).toBe(topic);
});

describe('the start page', () => {
  test('explains logging in to somebody who is not logged in', () => {
    expect(chapterAt('/', null)).toBe('login');
    expect(topicsFor(null)).toEqual(['login', 'registration']);
  });

  test.each(readers)('begins with the guide of the role $id, in Chinese', (reader) => {
    expect(chapterAt('/', reader)).toBe('role');
    const lines = reader.guide.flatMap(({ title, text }) => [title, ...text]);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/\p{Script=Han}/u);
  });

  test('explains the first screen where the programme has no guide', () => {
    expect(chapterAt('/', { abilities: ['audit'], guide: [] })).toBe('account');
    expect(chapterAt('/', { abilities: ['apply'], guide: [] })).toBe('application');
  });
});

test('nobody is offered help on screens that they cannot open', () => {
  expect(topicsFor({ abilities: ['apply'], guide: [] })).toEqual([
    'application',
    'confirming',
    'printing',
    'opinions',
    'account',
  ]);
  expect(topicsFor({ abilities: ['audit'], guide: [] })).toEqual(['account', 'audit']);
});

test('every chapter has text in both languages', () => {
  const { 'zh-CN': zh, en } = helpTexts;
  for (const [topic, { parts }] of Object.entries(zh)) {
    const english = en[topic as keyof typeof en].parts;
    expect(parts.flatMap(({ text }) => text).length, topic).toBeGreaterThan(0);
    expect(english.flatMap(({ text }) => text).length, topic).toBeGreaterThan(0);
  }
});
