import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { apply, type Change, invert } from '#core/change/index.ts';
import { asObject, isObject, type JsonObject } from '#core/json/index.ts';
import { lint } from '#core/lint/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { sampled } from '../../promises/scale.ts';
import { candidates } from './candidates.ts';
import { bytesOf, FOLDERS, filesOf, made } from './folders.ts';

/** The programmes that are in two languages. */
const programmes = await Promise.all(
  (['garden', 'theatre'] as const).map(async (name) => ({ name, files: await filesOf(FOLDERS[name]) })),
);

const problemsOf = (files: readonly SourceFile[]): string[] =>
  assemble([...files])
    .flatMap((loaded) => lint(loaded))
    .map(({ code, file, pointer }) => `${code} ${file}${pointer}`);

/** Every field of every section under another name, and without it. */
function ofFields(files: readonly SourceFile[], kind: 'renameField' | 'removeField'): Change[] {
  return files.flatMap(({ path, json }) => {
    const part = identifyFile(path);
    if (part?.kind !== 'section' || !isObject(json)) return [];
    const schema = asObject(json.schema);
    const level = { section: part.id, ...(part.cycle !== undefined && { cycle: part.cycle }) };
    return fieldsOf(json.kind === 'table' ? asObject(schema.items) : schema).map((field) => ({
      ...{ kind, ...level, field },
      ...(kind === 'renameField' && { to: 'renamed' }),
    }));
  });
}

function fieldsOf(schema: JsonObject): string[] {
  return Object.entries(asObject(schema.properties)).flatMap(([name, inner]) => [
    name,
    ...fieldsOf(asObject(inner)).map((field) => `${name}/${field}`),
    ...fieldsOf(asObject(asObject(inner).items)).map((field) => `${name}/*/${field}`),
  ]);
}

describe.each(programmes)('in two languages, $name', ({ files }) => {
  const others = candidates(files).filter(({ kind }) => /^(remove|rename|move|order|end)/.test(kind));

  it('stays without a problem where something is called otherwise or stands elsewhere', () => {
    const changes = [
      ...ofFields(files, 'renameField'),
      ...others.filter(({ kind }) => /^(rename|move|order)/.test(kind)),
    ];
    for (const change of sampled(changes, 24)) {
      const applied = apply(files, change);
      if ('problem' in applied) expect([change, applied.problem.code]).toEqual([change, 'in-use']);
      else expect([change, problemsOf(applied.files)]).toEqual([change, []]);
    }
  });

  it('keeps no translation of what is gone, and lacks none of what stays', () => {
    const changes = [...ofFields(files, 'removeField'), ...others.filter(({ kind }) => /^remove/.test(kind))];
    for (const change of sampled(changes, 24)) {
      const applied = apply(files, change);
      if ('problem' in applied) continue;
      const problems = problemsOf(applied.files).filter((one) => one.includes('locales/'));
      expect([change, problems]).toEqual([change, []]);
      const back = made(applied.files, invert(change, applied.effects)).files;
      expect(bytesOf(back)).toEqual(bytesOf(files));
    }
  });

  it('has the translations of a shared part in the copy that one cycle gets of it', () => {
    const cycle = identifyFile(files.find(({ path }) => path.endsWith('/edition.json'))?.path ?? '')?.cycle;
    const [shared] = ofFields(files, 'renameField').filter((change) => change.cycle === undefined);
    const { files: changed } = made(files, { ...shared, kind: 'renameField', cycle: cycle ?? '' });
    expect(problemsOf(changed).filter((one) => one.includes('locales/'))).toEqual([]);
  });
});

describe('a translation', () => {
  const garden = programmes[0]?.files ?? [];
  const PLAN = '2026H2/sections/plan.json';

  it('names what is filled in as its text does', () => {
    const theatre = programmes[1]?.files ?? [];
    const change = {
      kind: 'renameField',
      section: 'project',
      cycle: '2026',
      field: 'contact/name',
      to: 'who',
    };
    const files = theatre.map((file) => withText(file, '2026/locales/en.json', CONTACT, '{name}, {phone}'));
    expect(textAt(made(files, change).files, '2026/locales/en.json', CONTACT)).toBe('{who}, {phone}');
  });

  it('goes along with an option whose title is another, and not over to another option', () => {
    const way = ['schema', 'properties', 'genre', 'oneOf'];
    const theatre = programmes[1]?.files ?? [];
    const at = { part: 'section', id: 'project', cycle: '2026' };
    const renamed = made(theatre, {
      ...{ kind: 'setText', ...at },
      ...{ way: [...way, '话剧', 'title'], text: '戏剧' },
    });
    const place = (title: string) => `sections/project/schema/properties/genre/oneOf/${title}/title`;
    expect(textAt(renamed.files, '2026/locales/en.json', place('戏剧'))).toBe('Spoken drama');
    const other = made(theatre, {
      ...{ kind: 'changeField', section: 'project', cycle: '2026', field: 'genre' },
      patch: { oneOf: [{ const: 'mime', title: '哑剧' }] },
    });
    expect(textAt(other.files, '2026/locales/en.json', place('哑剧'))).toBeUndefined();
    expect(textAt(other.files, '2026/locales/en.json', place('话剧'))).toBeUndefined();
  });

  it('stays where the file alone is edited, byte by byte', () => {
    const { files } = made(garden, {
      kind: 'editFile',
      file: PLAN,
      operations: [{ op: 'remove', path: '/ui/~1area' }],
    });
    expect(textAt(files, '2026H2/locales/zh-CN.json', 'sections/plan/ui/~1area/suffix')).toBeDefined();
  });
});

const CONTACT = 'sections/project/schema/properties/contact/text';

function withText(file: SourceFile, path: string, place: string, text: string): SourceFile {
  if (file.path !== path) return file;
  const json = asObject(file.json);
  return { ...file, json: { ...json, texts: { ...asObject(json.texts), [place]: text } } };
}

const textAt = (files: readonly SourceFile[], path: string, place: string) =>
  asObject(asObject(files.find((file) => file.path === path)?.json).texts)[place];
