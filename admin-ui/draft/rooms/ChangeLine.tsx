import { Button, Tag } from 'antd';
import type { DraftView } from '#core/model/wire/index.ts';
import { addedMeanwhile, useUndoAct } from '#renderer/api/index.ts';
import { useNotify, useTimes } from '#renderer/frame/index.ts';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';

type Line = DraftView['changes'][number];

/** One change: its sentence, who, when and why. The first of an act has the button that takes the act back. */
export function ChangeLine({ line }: { line: Line }) {
  const words = useWords(draftWords);
  const { formatTime } = useTimes();
  const { view, isOpen } = useOpenDraft();
  const isFirst = view.changes.find(({ act }) => act === line.act)?.number === line.number;
  const isUndone = line.undoneBy !== null;
  return (
    <li className={isUndone ? 'undone' : undefined}>
      <div>
        <span className="sentence">{line.sentence}</span> {isUndone && <Tag>{words.undone}</Tag>}
        <div className="quiet">
          {words.by(line.by || words.folder, formatTime(line.at))}
          {line.why !== '' && ` · ${words.reason(line.why)}`}
        </div>
      </div>
      {isOpen && isFirst && !isUndone && <UndoButton line={line} />}
    </li>
  );
}

function UndoButton({ line }: { line: Line }) {
  const words = useWords(draftWords);
  const notify = useNotify();
  const { view } = useOpenDraft();
  const undo = useUndoAct(view.id);
  const run = () =>
    undo.mutate(
      { length: view.length, act: line.act },
      { onError: (error) => (addedMeanwhile(error) ? notify.warning(words.moved) : notify.failure(error)) },
    );
  const label = line.undoes === null ? words.undo : words.redo;
  return (
    <Button size="small" loading={undo.isPending} onClick={run} aria-label={`${label} ${line.sentence}`}>
      {label}
    </Button>
  );
}
