/** Signs and words in which people write dates and ranges, besides digits and the marks of a keyboard. */
export const written = {
  year: '年',
  month: '月',
  day: '日号',
  hour: '点點时時',
  minute: '分',
  second: '秒',
  half: '半',
  quarter: '刻',
  /** The parts of a day in which an hour lies, before or behind it. */
  parts: {
    ...{ 凌晨: 'night', 半夜: 'night' },
    ...{ 清晨: 'morning', 早上: 'morning', 早晨: 'morning', 上午: 'morning' },
    中午: 'noon',
    下午: 'afternoon',
    ...{ 傍晚: 'evening', 晚上: 'evening' },
    ...{ am: 'am', 'a.m.': 'am', pm: 'afternoon', 'p.m.': 'afternoon' },
  },
  marks: '、。·',
  /** Between the ends of a range. */
  to: '至到',
  /** In place of an end: it goes on. */
  untilNow: ['至今', '到今', '今', '现在', '目前', '迄今', 'now', 'present'],
  numerals: '〇一二三四五六七八九',
  zeros: '○零',
  ten: '十',
} as const;
