/** Help at the place that it explains: one drawer, texts by topic in the locale file. */
export { HelpButton } from './HelpButton.tsx';
export { HelpProvider } from './HelpProvider.tsx';
