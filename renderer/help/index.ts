/** Help at the place that it explains: one drawer, texts by topic in the locale, the work of a role in the programme's words. */
export { HelpButton } from './HelpButton.tsx';
export { HelpMark } from './HelpMark.tsx';
export { HelpProvider } from './HelpProvider.tsx';
