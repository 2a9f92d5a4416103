import type { EffectName } from '#core/vocabulary/index.ts';

/** What an effect does; `{0}` are the sections or fields that it writes. */
export const effects: Record<EffectName, string> = {
  write: '写入{0}',
  clear: '{0}作废',
  strike: '标记所选的行',
  unstrike: '取消所选行的标记',
  erase: '删除全部填报内容和材料',
  ban: '限制其在本周期内再次申报',
  liftBan: '允许其在本周期内再次申报',
  activate: '启用账户',
  deactivate: '停用账户',
  release: '删除账户',
};
