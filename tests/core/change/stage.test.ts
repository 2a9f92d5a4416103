/** A stage more on the way of a programme: its reviewer finds a working desk, and what it writes is printed. */
import { describe, expect, it } from 'vitest';
import * as page from '#admin-ui/draft/rooms/routes/compare.ts';
import { chart, chartsElsewhere } from '#chart/index.ts';
import { assemble } from '#core/assemble/index.ts';
import { apply, type Change } from '#core/change/index.ts';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition, routeOf } from '#core/compile/index.ts';
import { ruleData } from '#core/evaluate/index.ts';
import { asObject } from '#core/json/index.ts';
import { lint } from '#core/lint/index.ts';
import type { CaseState, CompiledEdition } from '#core/model/index.ts';
import { actionsOf, compileRoute, initialState, queueEvents, queuesOf, step } from '#core/route/index.ts';
import { routeWords } from '#renderer/locales/index.ts';
import { allMade, FOLDERS, filesOf } from './folders.ts';

const files = await filesOf(FOLDERS.titles);
const now = '2026-06-01T00:00:00.000Z';
const desks = { own: 'o', level1: 'l', municipal: 'm', level2: null, talentAgency: null, reformOffice: null };
const held = { ...desks, centre: 'c' };

const STAGE: Change = {
  ...{ kind: 'insertStage', route: 'application', state: 'pending.centre', like: 'pending.level2' },
  ...{ title: '待市评审中心审核', desk: 'centre', name: '市评审中心', cycle: '2026' },
  finder: {
    child: ['directInstitution'],
    of: 'municipal',
    where: { '==': [{ var: 'unit.name' }, '评审中心'] },
  },
  arrows: [
    { state: 'pending.level1', event: 'PASS', target: 'passedL1' },
    { state: 'pending.reformOffice', event: 'PASS' },
  ],
};
const OPINION: Change[] = [
  {
    ...{
      kind: 'addField',
      cycle: '2026',
      section: 'recommendation',
      field: 'centre',
      after: 'reform',
      like: 'reform',
    },
    schema: { fragment: 'opinion', title: '评审中心意见', sheets: ['review-form'], editBy: [] },
  },
  { ...STAGE, charts: ['flow-1-2'], opinion: { section: 'recommendation', field: 'centre' } },
  {
    ...{ kind: 'printField', cycle: '2026', sheet: 'review-form', section: 'recommendation' },
    ...{ field: 'centre', like: 'reform' },
  },
];

function editionWith(changes: Change[]) {
  const loaded = assemble([...allMade(files, changes)])[0];
  if (!loaded) throw new Error('The programme has no cycle');
  const problems = lint(loaded).map(({ file, pointer, message }) => `${file}${pointer}: ${message}`);
  const edition = compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute });
  return { problems, edition, loaded };
}

const unit = { id: 'o', kind: 'directInstitution', level: 1, name: '' };
const dataOf = (edition: CompiledEdition, live = held) => ruleData(edition, { unit, desks: live, now });

/** Plays events, each by somebody, and gives where that leads. */
function played(edition: CompiledEdition, ways: [event: string, by: string, input?: object][]) {
  const compiled = routeOf(edition, 'application');
  let state: CaseState = initialState(compiled, now, held);
  const effects: unknown[] = [];
  for (const [type, by, input] of ways) {
    const input_ = input ? { input: { ...input } } : {};
    const result = step(edition, 'application', state, { type, by, now, ...input_ }, dataOf(edition));
    if ('refused' in result) throw new Error(`${type} by ${by}: ${result.refused.message}`);
    state = result.next;
    effects.push(...result.effects);
  }
  return { state, effects, compiled };
}

const before = new Set(editionWith([]).problems);
const added = (problems: string[]): string[] => problems.filter((problem) => !before.has(problem));

describe('a stage that is inserted before the batch', () => {
  const { problems, edition, loaded } = editionWith(OPINION);

  it('leaves lint as clean as it was', () => expect(added(problems)).toEqual([]));

  it('gives its reviewer a queue with everything that the desk may do', () => {
    const { state, compiled } = played(edition, [
      ['SUBMIT', 'applicant'],
      ['PASS', 'own'],
      ['PASS', 'level1'],
    ]);
    expect(state.value).toEqual({ pending: 'centre' });
    expect(queuesOf(compiled, state)).toMatchObject({ centre: 'pending', level1: 'passed', own: 'passed' });
    expect(actionsOf(edition, 'application', state, 'centre', dataOf(edition))).toEqual([
      ...['PASS', 'RETURN', 'REJECT', 'PUBLICITY', 'STRIKE', 'UNSTRIKE'],
    ]);
    expect(queueEvents(compiled).rejected?.centre).toEqual(['UNDO_REJECT']);
  });

  it('writes the opinion of the new desk where it is printed, and leads on to the batch', () => {
    const { state, effects, compiled } = played(edition, [
      ['SUBMIT', 'applicant'],
      ['PASS', 'own'],
      ['PASS', 'level1'],
      ['PASS', 'centre', { opinion: '同意', signatory: '测试', signedOn: '2026-06-01' }],
    ]);
    expect(state.value).toBe('passedL1');
    expect(effects.at(-1)).toMatchObject({
      type: 'write',
      params: { section: 'recommendation', field: 'centre' },
    });
    const sheet = loaded.definition.sheets.find(({ id }) => id === 'review-form');
    expect(sheet?.template).toContain('<th>评审中心意见</th><td>{{#with centre}}');
    const drawn = (id: string) => {
      const one = compiled.definition.charts?.find((known) => known.id === id);
      return one && chart(edition, 'application', one).includes('待市评审中心审核');
    };
    expect([drawn('flow-1-2'), drawn('flow-1-3-1')]).toEqual([true, false]);
    const section = loaded.definition.categories[0]?.sections.find(({ id }) => id === 'recommendation');
    expect(section?.ui?.['/centre/opinion']).toEqual(section?.ui?.['/reform/opinion']);
  });
});

describe('what a stage returns', () => {
  it('comes straight back to it where that is asked for, and nobody else is asked again', () => {
    const { edition, problems } = editionWith([{ ...STAGE, resumes: true }]);
    const { state } = played(edition, [
      ['SUBMIT', 'applicant'],
      ['PASS', 'own'],
      ['PASS', 'level1'],
      ['RETURN', 'centre', { opinion: '请补正' }],
      ['SUBMIT', 'applicant'],
    ]);
    expect(state.value).toEqual({ pending: 'centre' });
    expect(state.context.acted).toEqual(['own', 'level1']);
    expect(added(problems)).toEqual([]);
  });

  it('goes to another desk where that is named', () => {
    const { edition, problems } = editionWith([{ ...STAGE, back: 'pending.level1' }]);
    const { state } = played(edition, [
      ['SUBMIT', 'applicant'],
      ['PASS', 'own'],
      ['PASS', 'level1'],
      ['RETURN', 'centre', { opinion: '请再核' }],
    ]);
    expect(state.value).toEqual({ pending: 'level1' });
    expect(added(problems)).toEqual([]);
  });
});

it('a stage behind the batch is none of what the batch waits for', () => {
  const { edition, problems } = editionWith([
    { ...STAGE, state: 'centre', arrows: [{ state: 'passedL1', event: 'DELIVER' }] },
  ]);
  const compiled = routeOf(edition, 'application');
  expect(compiled.machine.info('centre').tags).toEqual([]);
  expect(compiled.machine.info('centre').holders).toEqual(['centre']);
  expect(queueEvents(compiled).pending?.centre).toEqual(expect.arrayContaining(['PASS', 'RETURN', 'REJECT']));
  expect(added(problems)).toEqual([]);
});

/** Changes that insert a stage for a desk that there is already, and what that does to the charts. */
describe('a stage of a desk that other units have as well', () => {
  const { finder: _finder, name: _name, ...known } = STAGE;
  const { edition } = editionWith([]);
  const effectsOf = (charts: string[]) =>
    page.routeEffects([...files], edition, 'application', [secondStage(charts)]);
  const secondStage = (charts: string[]): Change => ({
    ...{ ...known, state: 'pending.second', desk: 'municipal' },
    ...(charts.length > 0 && { charts }),
  });
  const elsewhereOf = (charts: string[]) =>
    chartsElsewhere(files, allMade(files, [secondStage(charts)]), {
      ...{ route: 'application', cycle: '2026', charts },
    });

  it('is refused for units that were not ticked: their charts would change as well, and are named', () => {
    const elsewhere = page.chartsElsewhere(effectsOf(['flow-1-2']), ['flow-1-2']);
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(elsewhere.map(({ id }) => id)).not.toContain('flow-1-2');
    const sentence = routeWords['zh-CN'].chartsElsewhere(elsewhere.map(({ title }) => title));
    for (const { title } of elsewhere) expect(sentence).toContain(title);
    expect(elsewhereOf(['flow-1-2'])).toEqual(elsewhere);
  });

  it('may be inserted where all of them are ticked', () => {
    const effects = effectsOf([]);
    if ('problem' in effects) throw new Error(effects.problem);
    const meant = effects.charts.map(({ id }) => id);
    expect(meant.length).toBeGreaterThan(1);
    expect(page.chartsElsewhere(effectsOf(meant), meant)).toEqual([]);
    expect(elsewhereOf(meant)).toEqual([]);
    expect(elsewhereOf([])?.map(({ id }) => id)).toEqual(meant);
  });

  it('is refused for nobody where the desk is new: it is drawn where it is ticked', () => {
    const charts = ['flow-1-2'];
    const effects = page.routeEffects([...files], edition, 'application', [{ ...STAGE, charts }]);
    expect(page.chartsElsewhere(effects, charts)).toEqual([]);
    const after = allMade(files, [{ ...STAGE, charts }]);
    expect(chartsElsewhere(files, after, { route: 'application', charts })).toEqual([]);
  });

  it('is nothing that anybody can say of a definition that does not hold', () => {
    const broken = files.map((file) =>
      file.path === 'programme.json'
        ? { ...file, json: { ...asObject(file.json), organisationKinds: [] } }
        : file,
    );
    const after = allMade(broken, [{ ...STAGE, charts: [] }]);
    expect(chartsElsewhere(broken, after, { route: 'application', charts: [] })).toBeNull();
  });

  it('is refused for a chart that the route does not have', () => {
    const made = apply(files, { ...STAGE, charts: ['flow-of-nobody'] });
    expect('problem' in made && made.problem.message).toContain('flow-of-nobody');
  });
});
