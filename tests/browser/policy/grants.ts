/** The programme of grants of the tests in Chinese, as somebody types it into the guided page. */
import { readFile } from 'node:fs/promises';
import { GARDEN } from '../../journeys/harness.ts';

/** What the programme of grants calls its parts in Chinese. */
const texts: Record<string, string> = Object.assign(
  {},
  ...(await Promise.all(
    ['locales/zh-CN.json', '2026H2/locales/zh-CN.json'].map(
      async (path) => (JSON.parse(await readFile(`${GARDEN}/${path}`, 'utf8')) as { texts: object }).texts,
    ),
  )),
);
export const named = (place: string): string => {
  const text = texts[place];
  if (!text) throw new Error(`the programme of grants has no ${place}`);
  return text;
};
export const asked = (section: string, field: string): string =>
  named(`sections/${section}/schema/properties/${field}/title`);

/** Which questions of the plan are asked for again, of which kind, with which choices. */
export const PLAN: [field: string, kind: string, choices?: string][] = [
  ['title', '短文字'],
  ['ward', '单选', '港口\n山坡\n河岸'],
  ['activities', '多选', '蔬菜\n养蜂\n开放日'],
  ['area', '数字'],
  ['start', '年月'],
  ['fenced', '是否'],
  ['useMachines', '单选', '是\n否'],
  ['contact', '一组'],
  ['planned', '起止日期'],
  ['remarks', '长文字'],
];
export const TITLE = '测试屋顶菜园';
export const TOP = '测试市园林处';
export const ASSOCIATION = '测试北园协会';
export const PERSON = '测试园丁';
