/** Signs and words in which people write dates and ranges, besides digits and the marks of a keyboard. */
export const written = {
  year: '年',
  month: '月',
  day: '日号',
  marks: '、。·',
  /** Between the ends of a range. */
  to: '至到',
  /** In place of an end: it goes on. */
  untilNow: ['至今', '到今', '今', '现在', '目前', '迄今', 'now', 'present'],
  numerals: '〇一二三四五六七八九',
  zeros: '○零',
  ten: '十',
} as const;
