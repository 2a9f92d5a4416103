import { Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { ReplayPanel } from './ReplayPanel.tsx';

/** What this draft would do to the applications of a cycle. */
export default function ReplayRoom() {
  const words = useWords(draftWords);
  const { view, cycle } = useOpenDraft();
  return (
    <Page
      title={
        <>
          {words.rooms.replay} <HelpMark topic="replay" />
        </>
      }
    >
      <ReplayPanel draft={view.id} source={view.source} target={cycle} />
    </Page>
  );
}
