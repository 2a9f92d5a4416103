import { describe, expect, it } from 'vitest';
import type { Definition, Logic } from '#core/model/index.ts';
import { condition, decides, nameOf, type SentenceScope, sentence } from '#core/sentence/index.ts';

const form = {
  id: 'exam',
  title: '考试情况',
  kind: 'form',
  schema: {
    type: 'object',
    properties: {
      mode: { type: 'string', code: 'mode', title: '考试方式' },
      score: { type: 'number', title: '成绩' },
      on: { type: 'string', format: 'date', title: '日期' },
      agreed: { type: 'boolean', title: '承诺' },
      taker: {
        type: 'boolean',
        title: '责任',
        oneOf: [
          { const: true, title: '本人承担' },
          { const: false, title: '不承担' },
        ],
      },
      ways: {
        type: 'array',
        title: '途径',
        items: { type: 'string', oneOf: [{ const: 'post', title: '邮寄' }] },
      },
    },
  },
};
const table = {
  id: 'study',
  title: '学习经历',
  kind: 'table',
  schema: {
    type: 'array',
    items: {
      type: 'object',
      properties: { period: { type: 'string', format: 'month-range', title: '起止时间' } },
    },
  },
};

const definition = {
  programme: {
    organisationKinds: [{ id: 'school', title: '学校', level: 1, parents: [] }],
    roles: [{ id: 'pupil', title: '学生', abilities: ['apply'] }],
    titles: { 'cycle.facts.least': '最低分', 'code.mode.free': '免考', 'case.tags.closed': '已办结' },
  },
  edition: { cycle: { id: '2026', year: 2026, asOf: '2026-12-31' }, facts: { least: 60 } },
  categories: [
    { id: 'a', title: '甲表', route: 'main', sections: [form, table] },
    {
      id: 'r',
      title: '注册',
      route: 'accounts',
      account: { makes: 'person' },
      sections: [
        {
          id: 'person',
          title: '本人',
          kind: 'form',
          schema: { type: 'object', properties: { name: { type: 'string', title: '姓名' } } },
        },
      ],
    },
  ],
  routes: [{ id: 'main', title: '审核', desks: { council: { title: '审核单位' } }, events: {} }],
  codes: [
    {
      id: 'mode',
      title: '方式',
      entries: [
        { code: 'taken', title: '参加考试' },
        { code: 'exempt', title: '免考', free: true },
      ],
    },
  ],
  expressions: [
    {
      id: 'passed',
      title: '成绩合格',
      params: ['score'],
      logic: { '>=': [{ var: 'params.score' }, { var: 'cycle.facts.least' }] },
    },
    {
      id: 'monthsOf',
      title: '月数',
      phrase: '{period}的月数（截至{asOf}）',
      params: ['period', 'asOf'],
      logic: { months: { var: 'params.period' } },
    },
  ],
  sheets: [],
  rosters: [],
  cases: [],
} as unknown as Definition;

const category = definition.categories[0];
const inExam: SentenceScope = { definition, category, section: category?.sections[0] };
const inStudy: SentenceScope = { definition, category, section: category?.sections[1] };

const mode = { var: 'application.exam.mode' };
const taken = { '==': [mode, 'taken'] };
const score = { var: 'application.exam.score' };

describe('phrases of rules', () => {
  const phrased: [string, Logic, SentenceScope, string, string][] = [
    ['a code by its title', taken, inExam, '「考试方式」是「参加考试」', '“考试方式” is “参加考试”'],
    [
      'from elsewhere with its section',
      taken,
      inStudy,
      '「考试情况 › 考试方式」是「参加考试」',
      '“考试情况 › 考试方式” is “参加考试”',
    ],
    [
      'a choice by its title',
      { in: ['post', { var: 'application.exam.ways' }] },
      inExam,
      '「途径」包含「邮寄」',
      '“途径” include “邮寄”',
    ],
    [
      'yes and no by their own words',
      { and: [{ var: 'application.exam.taker' }, { '==': [{ var: 'application.exam.taker' }, false] }] },
      inExam,
      '「责任」为「本人承担」，且「责任」为「不承担」',
      '“责任” is “本人承担”, and “责任” is “不承担”',
    ],
    [
      'a choice of codes',
      { in: [mode, ['taken', 'exempt']] },
      inExam,
      '「考试方式」是「参加考试」或「免考」',
      '“考试方式” is “参加考试” or “免考”',
    ],
    ['numbers', { '>=': [score, 60] }, inExam, '「成绩」不小于60', '“成绩” is at least 60'],
    [
      'dates',
      { '<=': [{ var: 'application.exam.on' }, '2026-03-01'] },
      inExam,
      '「日期」不晚于2026年3月1日',
      '“日期” is not after 2026-03-01',
    ],
    [
      'today',
      { '<=': [{ var: 'application.exam.on' }, { date: { var: 'now' } }] },
      inExam,
      '「日期」不晚于当天',
      '“日期” is not after today',
    ],
    ['a denial', { '!': [taken] }, inExam, '「考试方式」不是「参加考试」', '“考试方式” is not “参加考试”'],
    [
      'what counts as true',
      { '!!': { var: 'application.exam.agreed' } },
      inExam,
      '「承诺」为“是”',
      '“承诺” is “yes”',
    ],
    [
      'desks that there are',
      { '!': { var: 'desks.council' } },
      inExam,
      '没有「审核单位」',
      'there is no “审核单位”',
    ],
    [
      'kinds of organisation',
      { '==': [{ var: 'unit.kind' }, 'school'] },
      inExam,
      '所在单位的类型是「学校」',
      'the kind of the organisation is “学校”',
    ],
    [
      'whoever applies',
      { answered: { var: 'applicant.person.name' } },
      inExam,
      '学生的「姓名」已填写',
      '“姓名” of 学生 is filled in',
    ],
    [
      'facts by the titles that the programme gives',
      { '>': [score, { var: 'cycle.facts.least' }] },
      inExam,
      '「成绩」大于「最低分」',
      '“成绩” is more than “最低分”',
    ],
    [
      'tags',
      { in: ['closed', { var: 'case.tags' }] },
      inExam,
      '办理状态的标记包含「已办结」',
      'the tags of the state include “已办结”',
    ],
    [
      'the form by its title',
      { '==': [{ var: 'case.category.id' }, 'a'] },
      inExam,
      '申报表是「甲表」',
      'the form is “甲表”',
    ],
    [
      'whoever holds it by the title of the desk',
      { '==': [{ var: 'case.desk.id' }, 'council'] },
      inExam,
      '当前处理方是「审核单位」',
      'whoever holds it is “审核单位”',
    ],
    [
      'attributes of codes',
      { '==': [{ code: ['mode', mode, 'free'] }, true] },
      inExam,
      '「考试方式」的「免考」为「是」',
      '“免考” of “考试方式” is “yes”',
    ],
    [
      'a named expression by its title',
      { use: ['passed', score] },
      inExam,
      '「成绩」符合「成绩合格」',
      '“成绩合格” holds for “成绩”',
    ],
    [
      'a named expression by its phrase',
      { '>=': [{ use: ['monthsOf', { var: 'row.period' }, { var: 'cycle.asOf' }] }, 3] },
      inStudy,
      '「起止时间」的月数（截至年度基准日）不小于3',
      '“起止时间”的月数（截至the reference date of the cycle） is at least 3',
    ],
    [
      'rows',
      { some: [{ var: 'application.study' }, { answered: { var: 'period' } }] },
      inExam,
      '「学习经历」中至少有一项满足（「起止时间」已填写）',
      'for at least one entry of “学习经历”, (“起止时间” is filled in)',
    ],
  ];

  it.each(phrased)('%s', (_, logic, scope, zh, en) => {
    expect(condition(logic, scope, 'zh-CN')).toBe(zh);
    expect(condition(logic, scope, 'en')).toBe(en);
  });

  it('brackets show what belongs together', () => {
    const [a, b, c] = [taken, { '>': [score, 1] }, { answered: score }];
    const sentenceOf = (logic: Logic) => condition(logic, inExam, 'zh-CN');
    expect(sentenceOf({ and: [a, { or: [b, c] }] })).toBe(
      '「考试方式」是「参加考试」，且（「成绩」大于1，或「成绩」已填写）',
    );
    expect(sentenceOf({ or: [{ and: [a, b] }, c] })).toBe(
      '（「考试方式」是「参加考试」，且「成绩」大于1），或「成绩」已填写',
    );
    expect(sentenceOf({ '!': { and: [a, c] } })).toBe('「考试方式」不是「参加考试」，或「成绩」未填写');
    expect(sentenceOf({ '*': [{ '+': [score, 1] }, 2] })).toBe('（「成绩」 + 1） × 2不为零');
  });

  it('what a rule decides is a whole sentence', () => {
    expect(
      decides('required', nameOf('application.exam.score', inExam, 'zh-CN'), taken, inExam, 'zh-CN'),
    ).toBe('当「考试方式」是「参加考试」时，「成绩」必填');
    expect(decides('required', nameOf('application.exam.score', inExam, 'en'), true, inExam, 'en')).toBe(
      '“成绩” is required',
    );
  });

  it('a value that is no statement has the phrase of a value', () => {
    expect(sentence({ sum: [score, 1] }, inExam, 'zh-CN')).toBe('「成绩」、1的合计');
    expect(sentence(false, inExam, 'zh-CN')).toBe('「否」');
  });
});
