/** What is wrong with code lists. */
export const codes = {
  'code-successor': '接替的条目“{successor}”不存在',
  'code-successor.circle': '“{code}”最终接替了它自己',
  'code-successor.later': '接替的条目“{successor}”并不比这一条目更晚失效',
  'code-validity': '此条目在开始（{from}）之前就已结束（{to}）',
  'code-validity.none': '在 {asOf} 没有有效的条目',
  'duplicate-code': '代码“{code}”已在此代码表中',
  'lone-attribute': '只有此条目有“{attribute}”',
};
