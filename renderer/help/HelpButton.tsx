import { useLocation } from 'wouter';
import { useSession } from '#renderer/api/index.ts';
import { Action } from '#renderer/basics/index.ts';
import { helpWords, useWords } from '#renderer/locales/index.ts';
import { useHelp } from './HelpProvider.tsx';
import { chapterAt } from './topics.ts';

/** Opens the help at whatever explains the page. */
export function HelpButton() {
  const words = useWords(helpWords);
  const open = useHelp();
  const [path] = useLocation();
  const session = useSession().data;
  return (
    <Action kind="text" onClick={() => open(chapterAt(path, session?.user ?? null))}>
      {words.title}
    </Action>
  );
}
