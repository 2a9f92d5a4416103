/** Lengths of time: one of a unit, and several. */
export const durations = {
  Y: { one: '1年', many: '{0}年' },
  M: { one: '1个月', many: '{0}个月' },
  W: { one: '1周', many: '{0}周' },
  D: { one: '1天', many: '{0}天' },
  TH: { one: '1小时', many: '{0}小时' },
  TM: { one: '1分钟', many: '{0}分钟' },
};
