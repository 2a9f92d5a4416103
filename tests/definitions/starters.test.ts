import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '#cli/main.ts';
import type { Json } from '#core/model/index.ts';

const YEAR = new Date().getUTCFullYear();
const OPINION = { opinion: 'In favour' };
const step = (by: string, type: string, input?: object) => ({ by, type, ...(input && { input }) });

/** How a case of each route comes to its end. */
const WAYS: Record<string, ReturnType<typeof step>[]> = {
  chain: [
    step('applicant', 'SUBMIT'),
    step('unit', 'RETURN', OPINION),
    step('applicant', 'SUBMIT'),
    step('unit', 'PASS', OPINION),
    step('office', 'PASS', OPINION),
  ],
  parallel: [step('applicant', 'SUBMIT'), step('office', 'PASS', OPINION), step('unit', 'PASS', OPINION)],
  back: [
    step('applicant', 'SUBMIT'),
    step('unit', 'PASS', OPINION),
    step('office', 'BACK', OPINION),
    step('unit', 'PASS', OPINION),
    step('office', 'PASS', OPINION),
  ],
  appeal: [
    step('applicant', 'SUBMIT'),
    step('unit', 'PASS', OPINION),
    step('office', 'DECLINE', OPINION),
    step('applicant', 'APPEAL', OPINION),
    step('office', 'PASS', OPINION),
  ],
  batch: [
    step('applicant', 'SUBMIT'),
    step('unit', 'PASS', OPINION),
    step('office', 'LIST', { ...OPINION, points: 7 }),
    step('office', 'GRANT'),
  ],
};
const each = Object.keys(WAYS).flatMap((route) => ['en', 'zh-CN'].map((locale) => [route, locale] as const));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shenbao-starters-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; out: string }> {
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')];
  for (const spy of spies) spy.mockImplementation(() => {});
  try {
    const code = await main(args);
    return { code, out: spies.flatMap((spy) => spy.mock.calls.map(([line]) => String(line))).join('\n') };
  } finally {
    vi.restoreAllMocks();
  }
}

async function laidDown(route: string, locale: string): Promise<string> {
  const target = join(folder, `${route}-${locale}`);
  const { code, out } = await run('init', target, '--route', route, '--locale', locale);
  expect(code, out).toBe(0);
  return target;
}

/** The texts that people read. */
function textsIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    ['title', 'name', 'message', 'confirm', 'empty'].includes(key) && typeof one === 'string'
      ? [one]
      : textsIn(one ?? null),
  );
}

describe.each(each)('a programme of the route %s in %s', (route, locale) => {
  let target = '';
  beforeAll(async () => {
    target = await laidDown(route, locale);
  });

  it('has nothing that check finds', async () => {
    const { code, out } = await run('check', target);
    const nothing = locale === 'en' ? '0 errors, 0 warnings, 0 notes' : '0 个错误，0 个警告，0 个提示';
    expect(out).toContain(nothing);
    expect(out.split('\n')).toHaveLength(1);
    expect(code).toBe(0);
  });

  it('leads a case to its end', async () => {
    const script = {
      unit: 'unit-1',
      now: `${YEAR}-06-01T09:00:00Z`,
      category: 'standard',
      sections: { plan: { purpose: 'A bench', amount: 900 } },
      organisations: [
        { id: 'office', kind: 'office' },
        { id: 'unit-1', kind: 'unit', parentId: 'office' },
      ],
      events: WAYS[route],
    };
    const file = join(folder, `${route}-${locale}.json`);
    await writeFile(file, JSON.stringify(script));
    const { code, out } = await run('walk', target, '--route', 'application', file);
    expect(code, out).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .filter((line) => line.includes('"granted"')),
    ).toHaveLength(1);
  });
});

it.each(Object.keys(WAYS))('every text of %s is there in Chinese', async (route) => {
  const target = join(folder, `${route}-zh-CN`);
  const files = (await readdir(target, { recursive: true })).filter((path) => path.endsWith('.json'));
  const texts = await Promise.all(
    files.map(async (path) => textsIn(JSON.parse(await readFile(join(target, path), 'utf8')) as Json)),
  );
  const pointer = /^(\/|\d{4}$)/;
  expect(texts.flat().filter((text) => !pointer.test(text) && !/\p{Script=Han}/u.test(text))).toEqual([]);
});

describe('what is there already', () => {
  it('is never written over', async () => {
    const target = join(folder, 'mine');
    await mkdir(target);
    await writeFile(join(target, 'programme.json'), 'mine');
    const { code, out } = await run('init', target);
    expect([code, out]).toEqual([1, expect.stringContaining(target)]);
    expect(await readdir(target)).toEqual(['programme.json']);
    expect(await readFile(join(target, 'programme.json'), 'utf8')).toBe('mine');
  });

  it('may be an empty folder, and no file', async () => {
    const target = join(folder, 'empty');
    await mkdir(target);
    expect((await run('init', target)).code).toBe(0);
    expect((await run('init', join(target, 'programme.json'))).code).toBe(1);
  });
});

it.each([[], ['a', '--route', 'circle'], ['a', '--locale', 'fr'], ['a', 'b']])(
  'refuses %j',
  async (...args) => {
    expect((await run('init', ...args)).code).toBe(2);
  },
);
