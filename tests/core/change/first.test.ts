import { describe, expect, it } from 'vitest';
import { type Change, diff, invert, sentence } from '#core/change/index.ts';
import { allMade, bytesOf, FOLDERS, filesOf, made } from './folders.ts';

const files = await filesOf(FOLDERS.titles);
const cycle = '2026';
const CHANGES: Change[] = [
  { kind: 'cloneCycle', from: '2026', to: '2027' },
  {
    kind: 'addItem',
    cycle,
    section: 'workload',
    category: 'nursing',
    item: 'infusions',
    element: { title: '静脉治疗例数', unit: '例', cell: 'count' },
    after: 'rescues',
  },
  { kind: 'removeItem', cycle, section: 'workload', category: 'clinical', item: 'rescues' },
  { kind: 'setLimit', cycle, section: 'papers', category: 'pharmacy', limit: 'maxItems', value: 5 },
  {
    kind: 'addField',
    cycle,
    section: 'basic',
    field: 'overseas',
    isRequired: true,
    after: 'currentWork',
    schema: { type: 'string', code: 'yesNo', title: '是否有出国经历', sheets: ['review-form'] },
    ui: { widget: 'radio', span: 12 },
  },
  {
    kind: 'printField',
    cycle,
    sheet: 'review-form',
    section: 'basic',
    field: 'overseas',
    like: 'currentWork',
  },
  { kind: 'addCode', list: 'ethnicity', code: '99', element: { title: '测试', validFrom: '2027-01-01' } },
  { kind: 'renameColumn', cycle, roster: 'review', column: '工作单位', title: '申报单位' },
  { kind: 'moveColumn', cycle, roster: 'review', column: '联系电话', after: '姓名' },
  {
    kind: 'editSentence',
    cycle,
    sheet: 'review-form',
    find: '近5年内继续教育情况',
    text: '近五年继续教育情况',
  },
  { kind: 'renameField', cycle, section: 'basic', field: 'isFrontline', to: 'frontline' },
  {
    kind: 'insertStage',
    cycle,
    route: 'application',
    state: 'pending.centre',
    title: '待市评审中心审核',
    desk: 'centre',
    name: '市评审中心',
    like: 'pending.level2',
    finder: { child: ['directInstitution'], of: 'municipal' },
    arrows: [
      { state: 'pending.level1', event: 'PASS', target: 'passedL1' },
      { state: 'pending.reformOffice', event: 'PASS' },
    ],
  },
];
describe('changes of the health programme', () => {
  it.each(CHANGES)('$kind', (change) => {
    const { files: after, effects } = made(files, change);
    console.log(sentence(change, files, 'zh-CN'), '|', sentence(change, files, 'en'), effects.length);
    const back = invert(change, effects);
    console.log(sentence(back, after, 'zh-CN'));
    const undone = made(after, back);
    expect(bytesOf(undone.files)).toEqual(bytesOf(files));
    const found = diff(files, after);
    console.log(found.map((one) => sentence(one, files, 'zh-CN')).join('\n'));
    expect(bytesOf(allMade(files, found))).toEqual(bytesOf(after));
  });
});
