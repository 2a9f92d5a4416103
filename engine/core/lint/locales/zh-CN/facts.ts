/** What is wrong with facts and where they are named. */
export const facts = {
  'unknown-fact': '参数“{id}”不存在',
  'misfit-fact': '参数“{id}”的值为“{found}”，不能用作“{keyword}”',
  'misfit-fact.nothing': '参数“{id}”没有规定数值，这段文字却要写出它',
  'misfit-fact.category': '此处的值与年度设置中参数“{id}”的值类型不同',
  'misfit-fact.number': '“{number}”不是数字的写法',
  'misfit-fact.list': '代码表“{code}”不存在',
  'misfit-fact.code': '代码表“{list}”中没有{codes}',
  'fact-out-of-bounds': '参数「{title}」的值为 {value}，不能小于 {limit}',
  'fact-out-of-bounds.most': '参数「{title}」的值为 {value}，不能大于 {limit}',
  'unused-fact': '没有任何限制、规则或文字用到参数「{title}」，修改它不起作用',
  'shared-fact': '表单{categories}的参数“{id}”另有规定，而此处由各表单共用，只能写年度设置中的值',
  'unnamed-number': '“{found}”与参数「{title}」相同；参数改动时，这段文字不会跟着改',
};
