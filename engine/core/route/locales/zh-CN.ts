export const zhCN: Record<string, string> = {
  'unknown-event': '没有“{event}”这项操作',
  'not-allowed': '当前状态为“{state}”，不能进行“{event}”操作',
  system: '系统',
};
