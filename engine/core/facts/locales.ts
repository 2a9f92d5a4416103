/** How values are written in a language; `plain`: months and days without a nought before them. */
const WORDS = {
  'zh-CN': {
    nothing: '未规定',
    yes: '是',
    no: '否',
    list: '、',
    date: '{year}年{month}月{day}日',
    plain: true,
  },
  en: {
    nothing: 'not in force',
    yes: 'yes',
    no: 'no',
    list: ', ',
    date: '{year}-{month}-{day}',
    plain: false,
  },
};

/** The words of a language; of one that the engine does not have, those of English. */
export const wordsIn = (locale: string): (typeof WORDS)['en'] =>
  locale === 'zh-CN' ? WORDS['zh-CN'] : WORDS.en;
