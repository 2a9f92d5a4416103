/** A field that is asked for in another section: what reads it follows, and so do the answers that were given. */
import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import {
  answerSteps,
  apply,
  type Change,
  invert,
  migrate,
  moveAnswers,
  sentence,
  stepsBack,
} from '#core/change/index.ts';
import { asObject, isObject } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { checkEdition } from '#server/services/drafts/index.ts';
import { bytesOf, FOLDERS, filesOf, made } from './folders.ts';

const programmes = await Promise.all(
  Object.entries(FOLDERS).map(async ([name, folder]) => ({ name, files: await filesOf(folder) })),
);

/** Every field of every form, into every other form of the same cycle. */
function transfers(files: readonly SourceFile[]): Change[] {
  const forms = files.flatMap(({ path, json }) => {
    const part = identifyFile(path);
    return part?.kind === 'section' && isObject(json) && json.kind === 'form' ? [{ part, json }] : [];
  });
  return forms.flatMap(({ part, json }) =>
    Object.keys(asObject(asObject(json.schema).properties)).flatMap((field) =>
      forms
        .filter(({ part: other }) => other.id !== part.id && other.cycle === part.cycle)
        .map(({ part: other }) => ({
          ...{ kind: 'transferField', section: part.id, field, target: other.id },
          ...(part.cycle !== undefined && { cycle: part.cycle }),
        })),
    ),
  );
}

/** Some of a long list, evenly, the same every time. */
const sampled = <T>(all: T[], count: number): T[] =>
  all.filter((_, index) => index % Math.max(1, Math.floor(all.length / count)) === 0);

describe.each(programmes)('fields of $name', ({ files }) => {
  it('come to another section and back without a byte changed', () => {
    let count = 0;
    for (const change of sampled(transfers(files), 24)) {
      const applied = apply(files, change);
      if ('problem' in applied) {
        expect(['in-use', 'taken']).toContain(applied.problem.code);
        continue;
      }
      count += 1;
      const back = made(applied.files, invert(change, applied.effects));
      expect(bytesOf(back.files)).toEqual(bytesOf(files));
    }
    expect(count).toBeGreaterThan(0);
  });
});

const garden =
  programmes.find(({ files }) => files.some(({ path }) => path.startsWith('2026H2/')))?.files ?? [];
const move = (field: string, target = 'costs'): Change => ({
  ...{ kind: 'transferField', section: 'plan', field, target, cycle: '2026H2' },
});
const textOf = (files: readonly SourceFile[], path: string): string =>
  files.find((file) => file.path === path)?.text ??
  JSON.stringify(files.find((file) => file.path === path)?.json);

describe('a field that rules, sheets, lists and examples read', () => {
  it('is read in its new section, and nothing is wrong', () => {
    for (const field of ['area', 'title', 'useMachines', 'fence', 'fenced', 'planned']) {
      const { files } = made(garden, move(field));
      const problems = assemble(files).flatMap(checkEdition);
      expect([field, problems.map(({ file, pointer, message }) => `${file}${pointer} ${message}`)]).toEqual([
        field,
        [],
      ]);
    }
  });

  it('is drawn, asked for and printed as before', () => {
    const { files } = made(garden, move('area'));
    const [edition] = assemble(files);
    const category = edition?.definition.categories.find(({ id }) => id === 'plot');
    const section = (id: string) => category?.sections.find((one) => one.id === id);
    expect(section('plan')?.schema?.properties?.area).toBeUndefined();
    expect(section('costs')?.schema?.properties?.area).toMatchObject({ maximum: 250, multipleOf: 0.5 });
    expect(section('costs')?.schema?.required).toContain('area');
    expect(section('costs')?.ui?.['/area']).toBeDefined();
    expect(textOf(files, '2026H2/sheets/card/template.hbs')).toContain('sections.costs.fields.area');
    expect(textOf(files, '2026H2/locales/zh-CN.json')).toContain(
      'sections/costs/schema/properties/area/title',
    );
  });

  it('is read as a sentence', () => {
    const change = move('area');
    expect(sentence(change, garden, 'en')).toBe('The plan: “Area” is asked for in “Sums”');
    expect(sentence(change, garden, 'zh-CN')).toContain('移到栏目');
  });

  it('goes only from a form to another one that has no field of its name', () => {
    const code = (change: Change) => {
      const applied = apply(garden, change);
      return 'problem' in applied ? applied.problem.code : '';
    };
    expect(code(move('area', 'members'))).toBe('no-target');
    expect(code(move('area', 'plan'))).toBe('no-target');
    expect(code(move('nothing'))).toBe('absent');
    const added = { kind: 'addField', section: 'costs', cycle: '2026H2', field: 'area' };
    const taken = made(garden, { ...added, schema: { type: 'string', title: 'Area' } }).files;
    const again = apply(taken, move('area'));
    expect('problem' in again && again.problem.code).toBe('taken');
  });
});

describe('answers to a field that is asked for elsewhere', () => {
  const answers = { plan: { title: 'A pond', area: 30 }, costs: { own: 5 } };
  const given = { files: garden, category: 'plot', cycle: '2026H2' };

  it('go along, and come back', () => {
    const { answers: next, setAside } = migrate(answers, [move('area')], given);
    expect(next).toEqual({ plan: { title: 'A pond' }, costs: { own: 5, area: 30 } });
    expect(setAside).toEqual([]);
    const steps = answerSteps([move('area')], given);
    expect(moveAnswers(next, stepsBack(steps), 'plot').answers).toEqual(answers);
  });

  it('make the section where nobody has filled it in yet', () => {
    const { answers: next } = migrate({ plan: { area: 30 } }, [move('area')], given);
    expect(next).toEqual({ plan: {}, costs: { area: 30 } });
  });

  it('are set aside in a form that does not have the section', () => {
    const without = garden.map((file) =>
      file.path === '2026H2/categories/base.json'
        ? { ...file, json: JSON.parse(JSON.stringify(file.json).replace('"costs"]', ']').replace(',]', ']')) }
        : file,
    );
    const { answers: next, setAside } = migrate(answers, [move('area')], { ...given, files: without });
    expect(next.plan).toEqual({ title: 'A pond' });
    expect(setAside).toEqual([{ section: 'plan', path: ['area'], value: 30 }]);
  });
});
