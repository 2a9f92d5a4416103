import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '#cli/main.ts';
import { formatJson } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { at, base, type Files } from './base.ts';

const shenbao = fileURLToPath(new URL('../../engine/cli/shenbao.mjs', import.meta.url));
let folder = '';

async function write(path: string, content: Json): Promise<string> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, typeof content === 'string' ? content : formatJson(content));
  return file;
}

async function programme(change: (files: Files) => void = () => {}): Promise<void> {
  const files = base();
  change(files);
  for (const [path, content] of Object.entries(files)) await write(`loans/${path}`, content);
}

/** One command, as the entry runs it; a process of its own would take longer than all that it does. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const lines = (to: 'log' | 'error') => {
    const spy = vi.spyOn(console, to).mockImplementation(() => {});
    return () => spy.mock.calls.map((line) => `${line.join(' ')}\n`).join('');
  };
  const [out, err] = [lines('log'), lines('error')];
  try {
    return { code: await main(args), out: out(), err: err() };
  } finally {
    vi.restoreAllMocks();
  }
}

/** The same as a program of its own. */
function start(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [shenbao, ...args], (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shenbao-'));
});

afterEach(() => rm(folder, { recursive: true }));

describe('a file of another shape', () => {
  it.each<[string, string[], Json, RegExp]>([
    ['walk', ['--route', 'loan'], {}, /holds no walk, see "\/unit": \{ "unit"/],
    [
      'walk',
      ['--route', 'loan'],
      { unit: 'x', organisations: {}, events: [] },
      /holds no walk, see "\/organisations"/,
    ],
    [
      'walk',
      ['--route', 'loan'],
      { unit: 'x', organisations: [{ id: 'y', kind: 'club' }], events: [] },
      /no organisation "x" among y/,
    ],
    [
      'validate',
      [],
      { unit: 'x', organisations: [], events: [] },
      /holds no answers, see "\/unit"|see "\/organisations"/,
    ],
    [
      'validate',
      [],
      { category: 'garden', sections: [] },
      /holds no answers, see "\/sections": \{ "category"/,
    ],
    ['validate', [], [1], /must hold one JSON object/],
    [
      'print',
      ['--sheet', 'form', '-o', 'x.html'],
      { category: 'garden', files: [5] },
      /holds no answers, see "\/files\/0"/,
    ],
  ])('given to %s %j is told from what was expected', async (command, options, content, sentence) => {
    await programme();
    const file = await write('other.json', content);
    const { code, err } = await run(command, join(folder, 'loans'), ...options, file);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/Cannot read|undefined|TypeError/);
    expect(code).toBe(1);
  });

  it.each(['check', 'read', 'format', 'manifest', 'unconfirmed'])(
    'in place of the folder of %s',
    async (command) => {
      const file = await write('other.json', {});
      const { code, err } = await run(command, file);
      expect(err).toMatch(/is a file; the folder of a programme is expected here/);
      expect(code).toBe(1);
    },
  );

  it('as the settings of a cycle', async () => {
    await programme((files) => {
      files['2026/edition.json'] = { id: '2026', cycle: null };
    });
    for (const command of ['check', 'read']) {
      const { out, err } = await run(command, join(folder, 'loans'));
      expect(out + err).toMatch(/edition\.json#\/cycle/);
      expect(err).not.toMatch(/Cannot read/);
    }
  });
});

describe('shenbao check', () => {
  it('counts what it has checked', async () => {
    await programme();
    const { code, out } = await run('check', join(folder, 'loans'));
    expect(out.trim()).toBe(
      'loans 2026: 3 forms, 2 routes, 2 code lists, 1 sheets, 1 cases; 0 errors, 0 warnings, 0 notes',
    );
    expect(code).toBe(0);
  });

  it('names a problem with its place', async () => {
    await programme((files) =>
      Object.assign(at(files, '2026/categories/standard.json', 'summary', 0), { at: '/plan/titel' }),
    );
    const { code, out } = await run('check', join(folder, 'loans'));
    expect(out).toContain('“Title” of category "standard": There is no field at "/plan/titel"');
    expect(out).toContain('2026/categories/standard.json#/summary/0/at summary-names-nothing');
    expect(code).toBe(1);
  });

  it('names registrations of the demonstration that would be refused', async () => {
    await programme((files) => {
      delete at(files, 'demo.json', 'people', 0, 'sections', 'person').name;
    });
    const { code, out } = await run('check', join(folder, 'loans'), '--json');
    expect(JSON.parse(out)).toMatchObject([
      { code: 'failing-demo', file: 'demo.json', pointer: '/people/0' },
    ]);
    expect(code).toBe(1);
  });

  it('runs the examples', async () => {
    await programme((files) =>
      Object.assign(at(files, '2026/cases/complete.json', 'expects', 'values'), { '/plan/twice': 5 }),
    );
    const { code, out } = await run('check', join(folder, 'loans'), '--json');
    expect(JSON.parse(out)).toMatchObject([
      { code: 'failing-case', file: '2026/cases/complete.json', pointer: '/expects' },
    ]);
    expect(code).toBe(1);
  });

  it('looks at every cycle, or at the one that is named', async () => {
    await programme();
    for (const [path, content] of Object.entries(base())) {
      if (path.startsWith('2026/')) await write(`loans/${path.replace('2026/', '2025/')}`, content);
    }
    const older = {
      ...at(base(), '2026/edition.json', 'cycle'),
      id: '2025',
      year: 2025,
      opensAt: '2025-03-01T00:00:00Z',
    };
    await write('loans/2025/edition.json', { ...at(base(), '2026/edition.json'), id: '2025', cycle: older });
    expect((await run('check', join(folder, 'loans'))).out).toMatch(/^loans 2025: .*\nloans 2026: /);
    expect((await run('check', join(folder, 'loans'), '--cycle', '2025')).out).toMatch(/^loans 2025:/);
    expect(await run('check', join(folder, 'loans'), '--cycle', '2024')).toMatchObject({
      code: 1,
      err: expect.stringContaining('it has 2025, 2026'),
    });
  });
});

describe('shenbao format', () => {
  it('formats what is not formatted; check is silent then', async () => {
    await programme();
    const file = await write('loans/codes/tool.json', JSON.stringify(base()['codes/tool.json']));
    const before = await run('check', join(folder, 'loans'));
    expect(before.out).toMatch(/^note: .*\n +codes\/tool.json# unformatted-file$/m);
    expect(before.out).toContain('0 errors, 0 warnings, 1 notes');
    expect(before.code).toBe(0);
    const { code, out } = await run('format', join(folder, 'loans'));
    expect(out).toContain('codes/tool.json\n1 of ');
    expect(code).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(formatJson(base()['codes/tool.json'] ?? null));
    expect((await run('check', join(folder, 'loans'))).out).not.toMatch(/^note/m);
  });

  it('skips what is no JSON, and says so', async () => {
    await programme();
    await write('loans/codes/tool.json', '{ "id": ');
    const { code, out } = await run('format', join(folder, 'loans'));
    expect(out).toContain('codes/tool.json: this is no JSON');
    expect(code).toBe(1);
  });
});

describe('shenbao clone and diff', () => {
  it('begin a cycle as a copy of another, and say what makes one folder of the other', async () => {
    await programme();
    const loans = join(folder, 'loans');
    const copy = join(folder, 'copy');
    await cp(loans, copy, { recursive: true });
    const cloned = await run('clone', copy, '--from', '2026', '--to', '2027');
    expect(cloned).toMatchObject({
      code: 0,
      out: expect.stringContaining('“2027” begins as a copy of “2026”'),
    });
    const edition = JSON.parse(await readFile(join(copy, '2027/edition.json'), 'utf8'));
    expect(edition.cycle).toMatchObject({ id: '2027', year: 2027, opensAt: '2027-03-01T00:00:00Z' });
    const { out } = await run('diff', loans, copy);
    expect(out).toContain('“2027” begins as a copy of “2026”');
    const listed = JSON.parse((await run('diff', loans, copy, '--json')).out);
    expect(listed.at(0)).toEqual({ kind: 'cloneCycle', from: '2026', to: '2027' });
  });

  it('refuse a cycle that is there', async () => {
    await programme();
    const { code, err } = await run('clone', join(folder, 'loans'), '--from', '2026', '--to', '2026');
    expect({ code, err }).toEqual({ code: 1, err: '“2026” is there already\n' });
  });
});

describe('shenbao validate', () => {
  it('prints every problem of the answers', async () => {
    await programme();
    const answers = await write('answers.json', {
      sections: { plan: { title: 'hedge', tool: 'saw', days: 31 } },
      files: [],
    });
    const { code, out } = await run('validate', join(folder, 'loans'), '--category', 'garden', answers);
    const problems = JSON.parse(out) as { path: string; code: string }[];
    expect(problems).toContainEqual(expect.objectContaining({ path: '/plan/days', code: 'maximum' }));
    expect(problems).toContainEqual(expect.objectContaining({ path: '/plan/title', code: 'pattern' }));
    expect(code).toBe(1);
  });

  it('prints an empty list for answers that hold', async () => {
    await programme();
    const answers = await write('answers.json', {
      applicant: { person: { born: '1990-01-01' } },
      sections: { plan: { title: 'Hedge', tool: 'saw', days: 3 }, costs: [{ id: 'r1', amount: 5 }] },
      files: ['plan/photo'],
    });
    expect(await run('validate', join(folder, 'loans'), '--category', 'garden', answers)).toMatchObject({
      code: 0,
      out: '[]\n',
    });
  });
});

describe('shenbao', () => {
  it('prints its usage', async () => {
    const { code, err } = await start('chek');
    expect(code).toBe(2);
    expect(err).toContain('shenbao check DIR');
  });
});

describe('locales', () => {
  const read = async (path: string) => JSON.parse(await readFile(join(folder, 'loans', path), 'utf8')).texts;
  const translate = (lang: string) => run('locales', join(folder, 'loans'), '--lang', lang);

  it('writes down what is not translated yet, and keeps what is', async () => {
    await programme((files) => {
      files['2026/locales/zh-CN.json'] = { id: 'zh-CN', texts: { 'sections/plan/title': '计划' } };
    });
    const first = await translate('zh-CN');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /^locales\/zh-CN.json: \d+ to be translated\n2026\/locales\/zh-CN.json: \d+ to be/,
    );
    const ofCycle = await read('2026/locales/zh-CN.json');
    expect(ofCycle).toMatchObject({ 'sections/plan/title': '计划', 'sheets/form/title': '?? Form' });
    expect((await read('locales/zh-CN.json'))['programme/title']).toBe('?? Tool loans');
    const texts = Object.entries(ofCycle).map(([place, text]) => [place, String(text).replace('?? ', '译')]);
    await write('loans/2026/locales/zh-CN.json', { id: 'zh-CN', texts: Object.fromEntries(texts) });
    expect((await translate('zh-CN')).out).toMatch(/^locales\/zh-CN.json: \d+ to be translated\n$/);
    const { code, out } = await run('check', join(folder, 'loans'));
    expect(code).toBe(0);
    expect(out).toMatch(/locales\/zh-CN.json# text-missing/);
  });

  it('are what rules are read in, where somebody asks for it', async () => {
    await programme((files) => {
      files['2026/locales/zh-CN.json'] = { id: 'zh-CN', texts: { 'sections/plan/title': '计划' } };
    });
    const read = await run('read', join(folder, 'loans'), '--lang', 'zh-CN');
    expect([read.code, read.out]).toEqual([0, expect.stringContaining('## 计划')]);
    const refused = await run('read', join(folder, 'loans'), '--lang', 'fr');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('has no texts in "fr"')]);
  });

  it('refuses a language that the engine does not speak, its own one, and a file that is none', async () => {
    await programme();
    for (const language of ['fr', 'en'])
      expect(await translate(language)).toMatchObject({ code: 1, err: expect.stringContaining(language) });
    await write('loans/locales/zh-CN.json', '{ "id": ');
    expect((await translate('zh-CN')).err).toContain('locales/zh-CN.json');
    expect(await readFile(join(folder, 'loans/locales/zh-CN.json'), 'utf8')).toBe('{ "id": ');
    expect((await run('locales', join(folder, 'loans'))).code).toBe(2);
  });
});
