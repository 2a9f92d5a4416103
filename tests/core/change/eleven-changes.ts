/** The changes of one year to the next in the health programme, as a policy officer makes them, act by act. */
import type { Change } from '#core/change/index.ts';

const cycle = '2027';
const at = { cycle, section: 'basic' };
/** What the cycle has of its own leaves the other one as it is. */
const own = { cycle };

export const ELEVEN: readonly (readonly Change[])[] = [
  [{ kind: 'cloneCycle', from: '2026', to: '2027' }],
  [{ kind: 'setDate', cycle, name: 'opensAt', text: '2027-02-15T00:00:00+08:00' }],
  [
    {
      ...{
        kind: 'addItem',
        cycle,
        section: 'workload',
        category: 'nursing',
        item: 'infusions',
        after: 'rescues',
      },
      element: { title: '静脉治疗例数', unit: '例', cell: 'count', source: 'to be confirmed' },
    },
  ],
  [{ kind: 'removeItem', cycle, section: 'workload', category: 'clinical', item: 'recordGuidance' }],
  [{ kind: 'setFact', cycle, category: 'pharmacy', fact: 'maxPapers', value: 5 }],
  [{ kind: 'setFact', cycle, fact: 'exemptionYears', value: 3 }],
  [
    {
      ...{ kind: 'addField', ...at, field: 'overseas', isRequired: true, after: 'currentWork' },
      schema: { type: 'string', code: 'yesNo', title: '是否有国（境）外工作经历', sheets: ['review-form'] },
      ui: { widget: 'radio', span: 12 },
      element: {
        ...{ id: 'overseasProof', title: '国（境）外工作证明', at: '/overseas', source: 'to be confirmed' },
        requiredWhen: { '==': [{ var: 'application.basic.overseas' }, 'yes'] },
      },
    },
    { kind: 'printField', ...at, sheet: 'review-form', field: 'overseas', like: 'currentWork' },
  ],
  [
    {
      ...{ kind: 'addCode', ...own, list: 'applicationType', code: 'talent' },
      element: { title: '人才引进', validFrom: '2027-01-01' },
    },
  ],
  [
    {
      ...{
        kind: 'insertStage',
        cycle,
        route: 'application',
        state: 'pending.centre',
        like: 'pending.level2',
      },
      ...{ title: '待市评审中心审核', desk: 'centre', name: '市评审中心' },
      finder: {
        child: ['directInstitution'],
        of: 'municipal',
        where: { '==': [{ var: 'unit.name' }, '市评审中心'] },
      },
      arrows: [
        { state: 'pending.level1', event: 'PASS', target: 'passedL1' },
        { state: 'pending.reformOffice', event: 'PASS' },
      ],
    },
  ],
  [{ kind: 'renameColumn', cycle, roster: 'review', column: '工作单位', title: '申报单位' }],
  [{ kind: 'moveColumn', cycle, roster: 'review', column: '联系电话', after: '姓名' }],
  [
    {
      kind: 'editSentence',
      cycle,
      sheet: 'review-form',
      find: '从事何专业技术工作',
      text: '现从事何专业技术工作',
    },
  ],
];

/** The third is taken back after the seventh. */
export const TAKEN_BACK = { act: 2, after: 7 };
