import { type NewProgramme, newProgramme } from '#core/starter/index.ts';
import { starterFiles, starterOutline } from '#server/load/index.ts';

/** A programme as somebody may type it in: four kinds of organisations, two of them below one another. */
export const PLAN: NewProgramme = {
  id: 'huayuanBuzhu',
  title: '花园补助',
  topName: '测试公园处',
  kinds: [
    { id: 'office', title: '公园处', above: null },
    { id: 'qu', title: '区园林所', above: 'office' },
    { id: 'unit', title: '园圃协会', above: 'qu' },
    { id: 'caizheng', title: '财政处', above: 'office' },
  ],
  units: [
    { id: 'dongqu', kind: 'qu', name: '测试东区园林所', above: 'office' },
    { id: 'dongyuan', kind: 'unit', name: '测试东园协会', above: 'dongqu' },
  ],
  person: {
    title: '园丁',
    questions: [
      { id: 'dianhua', schema: { type: 'string', title: '电话', maxLength: 20 }, isRequired: true },
    ],
  },
  organisation: {
    title: '协会',
    questions: [{ id: 'dikuai', schema: { type: 'number', title: '地块数', minimum: 0 }, isRequired: false }],
  },
  form: '单块园圃',
  section: '计划',
  questions: [
    { id: 'mingcheng', schema: { type: 'string', title: '计划名称', maxLength: 100 }, isRequired: true },
    { id: 'kaishi', schema: { type: 'string', title: '开始年月', format: 'month' }, isRequired: true },
    { id: 'mianji', schema: { type: 'number', title: '面积', minimum: 0 }, isRequired: false },
    {
      id: 'lianxi',
      schema: {
        ...{ type: 'object', title: '联系人', text: '{lianxi}' },
        properties: { lianxi: { type: 'string', title: '联系人', maxLength: 100 } },
      },
      isRequired: false,
    },
  ],
  sheet: '申报卡',
  roster: '园丁名单',
};

/** Its files, out of the starter of a route. */
export async function plannedFiles(
  route = 'chain',
  plan = PLAN,
  { locale = 'zh-CN', year = new Date().getUTCFullYear() } = {},
) {
  const { parts } = await starterOutline(locale);
  return newProgramme({ parts, files: await starterFiles(route, { locale, year }) }, plan);
}
