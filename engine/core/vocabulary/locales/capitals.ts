/** Signs of amounts in capitals, as receipts want them. */
export const capitals = {
  digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
  /** Behind a digit, by its place in a group of four. */
  places: ['', '拾', '佰', '仟'],
  groups: { small: '万', large: '亿' },
  yuan: '元',
  jiao: '角',
  fen: '分',
  exactly: '整',
  minus: '负',
} as const;
