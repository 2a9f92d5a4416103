/** A starter becomes somebody's own programme, which is right as it is and asks for what they typed alone. */
import { describe, expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { asObject } from '#core/json/index.ts';
import type { NewProgramme } from '#core/starter/index.ts';
import { STARTER_LOCALES, STARTER_ROUTES, starterOutline } from '#server/load/index.ts';
import { checkEdition } from '#server/services/drafts/index.ts';
import { PLAN, plannedFiles } from './plan.ts';

const one = async (...of: Parameters<typeof plannedFiles>) => {
  const [edition, ...more] = assemble(await plannedFiles(...of));
  if (!edition || more.length > 0) throw new Error('there is one edition');
  return edition;
};

const each = STARTER_ROUTES.flatMap((route) => STARTER_LOCALES.map((locale) => ({ route, locale })));

describe.each(each)('a programme of the route $route in $locale', ({ route, locale }) => {
  it('has nothing that check finds, whatever the year', async () => {
    for (const year of [2026, 2031, 2027]) {
      const edition = await one(route, PLAN, { locale, year });
      expect(checkEdition(edition)).toEqual([]);
      expect(edition.definition.edition.cycle.year).toBe(year);
      expect(edition.definition.cases.length).toBe(1);
    }
  });

  it('asks for what was typed, and for what its route reads', async () => {
    const { definition } = await one(route, PLAN, { locale });
    const asked = Object.keys(
      definition.categories.find(({ account }) => !account)?.sections.find(({ id }) => id === 'plan')?.schema
        ?.properties ?? {},
    );
    const kept = route === 'batch' ? ['amount'] : [];
    expect(asked.sort()).toEqual([...kept, 'kaishi', 'lianxi', 'mianji', 'mingcheng'].sort());
    const [sheet] = definition.sheets;
    for (const id of asked) expect(sheet?.template).toContain(`{{${id}}}`);
    expect(sheet?.template).not.toContain('{{purpose}}');
  });
});

it('is called as it was typed, everywhere', async () => {
  const { definition } = await one();
  const { programme, categories, sheets, rosters } = definition;
  expect([programme.id, programme.title]).toEqual(['huayuanBuzhu', '花园补助']);
  expect(categories.map(({ title }) => title).sort()).toEqual(['协会', '单块园圃', '园丁'].sort());
  expect(sheets.map(({ title }) => title)).toEqual(['申报卡']);
  expect(rosters.map(({ title }) => title)).toEqual(['园丁名单']);
  expect(rosters[0]?.columns.map(({ title }) => title)).toEqual([
    ...['园圃协会', '申报人', '办理情况'],
    ...['计划名称', '开始年月', '面积'],
  ]);
  expect(sheets[0]?.template).toMatch(
    /计划名称[\s\S]*开始年月[\s\S]*面积[\s\S]*联系人[\s\S]*园圃协会意见[\s\S]*公园处意见/,
  );
  expect(programme.roles.map(({ title }) => title)).toEqual([
    ...['申报人', '园圃协会负责人', '公园处工作人员', '区园林所', '财政处'],
  ]);
});

it('has the tree of organisations', async () => {
  const { programme } = (await one()).definition;
  expect(
    programme.organisationKinds.map(({ id, level, parents, creates }) => [id, level, parents, creates]),
  ).toEqual([
    ['office', 0, [], ['qu', 'caizheng']],
    ['qu', 1, [], undefined],
    ['unit', 2, ['qu'], undefined],
    ['caizheng', 1, [], undefined],
  ]);
  expect(programme.seed.organisations).toEqual([
    { id: 'office', kind: 'office', name: '测试公园处' },
    { id: 'dongqu', kind: 'qu', name: '测试东区园林所', parent: 'office' },
    { id: 'dongyuan', kind: 'unit', name: '测试东园协会', parent: 'dongqu' },
  ]);
});

it('takes titles with signs of expressions and of markup as they are', async () => {
  const title = '公园 (A&B) <处> $& \\1';
  const kinds = PLAN.kinds.map((kind) => (kind.id === 'office' ? { ...kind, title } : kind));
  const questions: NewProgramme['questions'] = [
    { id: 'a', schema: { type: 'string', title: '名称 & <b>', maxLength: 10 }, isRequired: true },
  ];
  const edition = await one('chain', { ...PLAN, kinds, questions });
  expect(checkEdition(edition).filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(edition.definition.programme.organisationKinds[0]?.title).toBe(title);
});

it('names in the outline every route that there is, and nothing besides', async () => {
  const { parts, routes } = await starterOutline('zh-CN');
  expect(routes.map(({ id }) => id)).toEqual(STARTER_ROUTES);
  for (const { title, text } of routes) expect(title + text).toMatch(/^[\p{Script=Han}\p{P}\d]+$/u);
  expect(Object.keys(asObject(parts)).length).toBeGreaterThan(8);
});
