import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { type Change, diff, followingMends, mends, outcomeMends, sentence } from '#core/change/index.ts';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { asList, asObject } from '#core/json/index.ts';
import { lint } from '#core/lint/index.ts';
import type { JsonObject, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { runCase } from '#core/validate/index.ts';
import { checkEdition } from '#server/services/drafts/check-edition.ts';
import { allMade, bytesOf, FOLDERS, filesOf, made } from './folders.ts';

const compiling = { validators: ajvValidators(), routes: compileRoute };
const [garden, theatre] = [await filesOf(FOLDERS.garden), await filesOf(FOLDERS.theatre)];

/** Examples that expect words of a template, which is not rendered here. */
const RED = redOf(theatre);

/** The files after a change and what the examples need after it. */
function mended(files: readonly SourceFile[], change: Change): readonly SourceFile[] {
  const needed = mends(files, change);
  return allMade(made(files, change).files, needed);
}

const aboutCases = (files: readonly SourceFile[]): string[] =>
  assemble([...files])
    .flatMap((loaded) => lint(loaded))
    .filter(({ file }) => file.includes('/cases/'))
    .map(({ file, pointer }) => file + pointer);

function redOf(files: readonly SourceFile[]): string[] {
  return assemble([...files]).flatMap(({ definition }) => {
    const edition = compileEdition(definition, compiling);
    return definition.cases
      .filter((one) => !runCase(edition, one, definition.cases).passed)
      .map(({ id }) => id);
  });
}

const caseOf = (files: readonly SourceFile[], path: string) =>
  asObject(files.find((file) => file.path === path)?.json);

describe('examples after a change', () => {
  it('have no answers, files and expectations of a section that is gone', () => {
    for (const [files, cycle, sections] of [
      [garden, '2026H2', ['machines', 'openDays', 'photos', 'harvest']],
      [theatre, '2026', ['papers', 'finalReport', 'performances']],
    ] as const)
      for (const section of sections)
        expect(aboutCases(mended(files, { kind: 'removeSection', section, cycle }))).toEqual([]);
  });

  it('have no file of a slot that is gone', () => {
    const change = { kind: 'removeSlot', section: 'papers', slot: 'script', cycle: '2026' };
    const [withFile] = theatre.filter(({ text = '' }) => text.includes('"papers/script"'));
    expect(withFile).toBeDefined();
    const after = mended(theatre, change);
    expect(after.filter(({ text = '' }) => text.includes('"papers/script"'))).toEqual([]);
    expect(aboutCases(after)).toEqual([]);
  });

  it('have no answer to a field of a list that is gone', () => {
    const field = 'tasks/*/helpers';
    const change = { kind: 'removeField', section: 'openDays', field, cycle: '2026H2' };
    expect(aboutCases(mended(garden, change))).toEqual([]);
  });

  it('answer with the code that takes over where theirs is taken out, or has ended when the cycle opens', () => {
    const path = '2026/cases/complete.json';
    const jobs = (files: readonly SourceFile[]) =>
      asList(asObject(caseOf(files, path).sections).ensemble).map((row) => asObject(row).job);
    const entries = asList(caseOf(theatre, 'codes/job.json').entries).map(asObject);
    const code = String(jobs(theatre).find((job) => entries.some((one) => one.code === job)));
    const at = { list: 'job', code };
    const element = { ...entries.find((one) => one.code === code), title: '新职务' };
    const withNew = made(theatre, {
      kind: 'addCode',
      list: 'job',
      code: 'added',
      element: { ...element, code: 'added' },
    });
    for (const change of [
      { kind: 'endCode', ...at, until: '2025-12-31', successor: 'added' },
      { kind: 'removeCode', ...at },
    ]) {
      const after = mended(withNew.files, change);
      expect(jobs(after)).not.toContain(code);
      expect([aboutCases(after), redOf(after)]).toEqual([[], RED]);
    }
    const later = { kind: 'endCode', ...at, until: '2030-12-31', successor: 'added' };
    expect(jobs(mended(withNew.files, later))).toEqual(jobs(theatre));
  });

  it('expect of a sheet the sentence that stands in it now', () => {
    const path = '2026/cases/complete.json';
    const files = expecting(theatre, path, { letter: { shows: ['以下款项'] } });
    const change = {
      kind: 'editSentence',
      sheet: 'letter',
      cycle: '2026',
      find: '以下款项',
      text: '下列款项',
    };
    const patch = mends(files, change)[0]?.patches;
    expect(patch).toEqual({ [path]: { expects: { sheets: { letter: { shows: ['下列款项'] } } } } });
  });

  it('are given late what a change asked of them, and only those that are wrong', () => {
    const field = { kind: 'addField', cycle: '2026', section: 'project', field: 'motto', isRequired: true };
    const change = { ...field, schema: { type: 'string', title: 'Motto', maxLength: 40 } };
    const after = made(theatre, change).files;
    const red = redOf(after);
    expect(red).toContain('dear-item');
    const wrong = new Set(red.map((id) => `2026/cases/${id}.json`));
    const followed = followingMends(after, [change], wrong);
    expect(redOf(followed.files)).toEqual(RED);
    expect(followingMends(after, [change], new Set()).changes).toEqual([]);
  });

  it('are proposed to expect what a sheet shows under another title', () => {
    const path = '2026/cases/small.json';
    const way = ['schema', 'properties', 'genre', 'oneOf', '小型戏曲', 'title'];
    const change = { kind: 'setText', part: 'section', id: 'project', cycle: '2026', way, text: '戏剧' };
    const files = expecting(theatre, path, { form: { shows: ['小型戏曲'], omits: ['歌剧'] } });
    const after = made(files, change).files;
    expect([redOf(files), redOf(after)]).toEqual([RED, [...RED, 'small']]);
    const proposed = outcomeMends(files, after, compiling);
    expect(redOf(allMade(after, proposed))).toEqual(RED);
    const expects = asObject(caseOf(allMade(after, proposed), path).expects);
    expect(expects.sheets).toMatchObject({ form: { shows: ['戏剧'], omits: ['歌剧'] } });
  });
});

describe('a demonstration after a change', () => {
  const aboutShown = (files: readonly SourceFile[]): string[] =>
    assemble([...files])
      .flatMap(checkEdition)
      .filter(({ file }) => file.endsWith('demo.json'))
      .map(({ file, pointer, message }) => `${file}${pointer}: ${message}`);

  it('answers no field of a registration that is gone, every other as before', () => {
    for (const [files, section, fields] of [
      [garden, 'person', ['email', 'born']],
      [garden, 'details', ['plots', 'ward']],
      [theatre, 'person', ['email']],
    ] as const)
      for (const field of fields) {
        const before = caseOf(files, 'demo.json');
        const after = mended(files, { kind: 'removeField', section, field });
        expect(aboutShown(after)).toEqual([]);
        expect(answersIn(caseOf(after, 'demo.json'))).toEqual(
          answersIn(before).filter((answer) => !answer.startsWith(`${section}/${field}:`)),
        );
      }
  });

  it('answers what is asked for now, with a code that there is', () => {
    const asked = mended(garden, {
      ...{ kind: 'addField', section: 'person', field: 'motto', isRequired: true },
      schema: { type: 'string', title: 'Motto', maxLength: 40 },
    });
    expect(aboutShown(asked)).toEqual([]);
    expect(answersIn(caseOf(asked, 'demo.json'))).toContain('person/motto:"x"');
    const change = {
      kind: 'endCode',
      list: 'ward',
      code: 'north',
      until: '2026-03-31',
      successor: 'harbour',
    };
    const ended = mended(garden, change);
    expect(aboutShown(ended)).toEqual([]);
    expect(answersIn(caseOf(ended, 'demo.json'))).toContain('details/ward:"harbour"');
  });

  it('is another in the one cycle whose registration is another; in the others nothing has changed', () => {
    const files = made(garden, { kind: 'cloneCycle', from: '2026H2', to: '2027H2' }).files;
    for (const change of [
      { kind: 'removeField', section: 'person', field: 'email', cycle: '2027H2' },
      { kind: 'renameField', section: 'person', field: 'email', to: 'mail', cycle: '2027H2' },
    ]) {
      const after = mended(files, change);
      expect(aboutShown(after)).toEqual([]);
      expect(after.find(({ path }) => path === 'demo.json')?.text).toBe(
        garden.find(({ path }) => path === 'demo.json')?.text,
      );
      const own = answersIn(caseOf(after, '2027H2/demo.json'));
      expect(own.some((answer) => answer.startsWith('person/email'))).toBe(false);
    }
  });

  it('is found again between two folders, as what it is', () => {
    const after = mended(garden, { kind: 'removeField', section: 'person', field: 'email' });
    const found = diff(garden, after);
    expect(found.filter(({ kind }) => kind === 'editFile')).toEqual([]);
    const reading = allMade(garden, found.slice(0, -1));
    expect(found.slice(-1).map((change) => sentence(change, reading, 'zh-CN'))).toEqual(['相应调整演示数据']);
    expect(bytesOf(allMade(garden, found))).toEqual(bytesOf(after));
  });
});

/** Every answer of whoever registers in a demonstration. */
const answersIn = (demo: JsonObject): string[] =>
  [...asList(demo.organisations), ...asList(demo.people)]
    .flatMap((one) => Object.entries(asObject(asObject(one).sections)))
    .flatMap(([section, answers]) =>
      Object.entries(asObject(answers)).map(
        ([field, value]) => `${section}/${field}:${JSON.stringify(value)}`,
      ),
    );

/** The files with this expectation of sheets in one example. */
function expecting(files: readonly SourceFile[], path: string, sheets: object): readonly SourceFile[] {
  return made(files, { kind: 'changeCases', patches: { [path]: { expects: { sheets } } } } as Change).files;
}
