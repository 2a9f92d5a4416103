import { describe, expect, it } from 'vitest';
import { readProgramme } from '#core/sentence/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { GARDEN } from '../../route/programmes.ts';

async function textsIn(locale: string): Promise<string[]> {
  const [loaded] = await loadProgramme(GARDEN);
  if (!loaded) throw new Error('the garden holds no edition');
  return readProgramme(loaded.definition, locale).flatMap((part) => part.rules.map(({ text }) => text));
}

const LIMIT = {
  en: [
    'Of all categories together an applicant has at most 2 in a cycle at once (each counts, however it ended)',
    'Whoever has one at “Awarded” cannot begin another in the cycle',
    'Of “Common garden” an applicant has at most 1 in a cycle at once (those at “Declined”, “Lapsed” count no longer)',
  ],
  'zh-CN': [
    '一个申报人本期所有类别合计最多同时有2份（不论结果）',
    '已有一份处于「Awarded」的，本期不能再申报',
    '一个申报人本期「Common garden」最多同时有1份（处于「Declined」、「Lapsed」的不计入）',
  ],
};
const RANKING = {
  en: [
    'With “Award the best”: the list is put in order by “Points of the parks office” from the highest down, “Own share” from the highest down; of equals the one handed in earlier comes first',
    'With “Award the best”: the first go until “Asked for” is used up; the one that does not fit and all behind it do not',
  ],
  'zh-CN': [
    '操作「Award the best」时：依次按「Points of the parks office」从高到低、「Own share」从高到低排序，都相同的先提交者在前',
    '操作「Award the best」时：从前往后办理，「Asked for」累计到上限为止，放不下的一份及其后的都不办理',
  ],
};

describe.each(['en', 'zh-CN'] as const)('in %s', (locale) => {
  it('is said how many applications somebody may have', async () => {
    expect(await textsIn(locale)).toEqual(expect.arrayContaining(LIMIT[locale]));
  });

  it('is said in which order a batch goes, and how far', async () => {
    expect(await textsIn(locale)).toEqual(expect.arrayContaining(RANKING[locale]));
  });
});
