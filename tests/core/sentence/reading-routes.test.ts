import { describe, expect, it } from 'vitest';
import { readProgramme } from '#core/sentence/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { GARDEN, HEALTH } from '../../route/programmes.ts';

async function waysOf(folder: string, locale: string, start: string): Promise<string[]> {
  const [loaded] = await loadProgramme(folder);
  if (!loaded) throw new Error(`${folder} holds no edition`);
  const rules = readProgramme(loaded.definition, locale).flatMap((part) => part.rules);
  return rules.find(({ text }) => text.startsWith(start))?.ways ?? [];
}

describe('what happens only when', () => {
  it('is said after where the case goes, in English', async () => {
    const ways = await waysOf(GARDEN, 'en', '“Association”, at “At the association”, with “Pass”');
    expect(ways[3]).toBe(
      'otherwise when there is “Treasury”, it goes to “Under review”; when “An association without a safety adviser answers for machines itself” holds, “Opinions › Safety adviser” is written',
    );
  });

  it('is said in Chinese, each by the titles of what is written', async () => {
    const ways = await waysOf(HEALTH, 'zh-CN', '「一级单位」在“待一级单位审核”时操作「审核通过」');
    expect(ways).toHaveLength(2);
    expect(ways[0]).toContain('；当所在单位的类型是「区县卫健委」时，写入「推荐情况 › 基层单位意见」；');
    expect(ways[1]).toContain('；当符合「一级单位签署第二签署栏」时，写入「');
  });
});

describe('time limits', () => {
  const read = async (locale: string): Promise<string[]> => {
    const [loaded] = await loadProgramme(GARDEN);
    if (!loaded) throw new Error('No edition');
    const parts = readProgramme(loaded.definition, locale);
    return parts
      .flatMap(({ rules }) => rules.map(({ text }) => text))
      .filter((text) => text.includes('Returned'));
  };

  it('are said in English', async () => {
    const texts = await read('en');
    expect(texts).toContain('at “Returned”, 7 days later: it stays where it is');
    expect(texts).toContain('at “Returned”, once “The time to hand in again” is over: it goes to “Lapsed”');
  });

  it('are said in Chinese', async () => {
    const texts = await read('zh-CN');
    expect(texts).toContain('在“Returned”时，7天后：状态不变');
    expect(texts).toContain('在“Returned”时，「The time to hand in again」结束后：转到“Lapsed”');
  });
});

it.each([
  ['en', '“The plan” cannot be changed when '],
  ['zh-CN', '时，「The plan」'],
])('a section that is locked is said in %s', async (locale, part) => {
  const [loaded] = await loadProgramme(GARDEN);
  if (!loaded) throw new Error('No edition');
  const texts = readProgramme(loaded.definition, locale).flatMap(({ rules }) =>
    rules.map(({ text }) => text),
  );
  expect(texts.filter((text) => text.includes(part) && text.includes('official'))).toHaveLength(1);
});
