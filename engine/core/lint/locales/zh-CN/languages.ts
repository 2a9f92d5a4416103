/** What is wrong with a programme's other languages. */
export const languages = {
  'own-language': '系统本来就是用“{language}”书写的',
  'print-languages': '有签章件的打印材料没有写明用哪些语言打印',
  'print-languages.unknown': '系统没有语言“{language}”，只有{known}',
  'template-differs': '译文模板显示的内容与原模板不同',
  'text-missing': '还有 {count} 处没有译文，先看{first}',
  'text-missing.template': '缺少有译文的模板',
  'text-names-nothing': '“{place}”处没有可以翻译的文字',
  'text-placeholder': '译文中没有{names}的位置',
  'text-placeholder.added': '译文中有{names}的位置，却没有内容可以填入',
};
