/** The languages that the engine's own words exist in, each by its own name: a programme is written and translated in these. */
export const languages: Readonly<Record<string, string>> = { 'zh-CN': '中文', en: 'English' };
