import { Alert } from 'antd';
import { Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import { ChangeLine } from './ChangeLine.tsx';
import { NextCycle } from './NextCycle.tsx';
import { Remarks } from './Remarks.tsx';

/** The list of changes: what was changed by whom and why, each to be undone by itself. */
export function ChangesRoom() {
  const words = useWords(draftWords);
  const { view, isOpen } = useOpenDraft();
  return (
    <Page
      title={
        <>
          {words.rooms.changes} <HelpMark topic="changing" />
        </>
      }
    >
      {!isOpen && <Alert showIcon title={words.closed} />}
      <p className="quiet">{words.changesHint}</p>
      {view.changes.length === 0 && <p>{words.noChanges}</p>}
      <ol className="draft-changes" aria-label={words.rooms.changes}>
        {view.changes.map((line) => (
          <ChangeLine key={line.number} line={line} />
        ))}
      </ol>
      {isOpen && <NextCycle />}
      <Remarks />
    </Page>
  );
}
