import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import type { RosterColumn, RosterDefinition } from '#core/model/index.ts';
import { draftWords, rosterWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened } from '../../useUnsent.ts';
import { ColumnForm, RemoveColumnForm } from './ColumnForms.tsx';

type Props = {
  roster: RosterDefinition;
  column: RosterColumn;
  id: string;
  place: number;
  isLast: boolean;
  /** What it shows of the example. */
  text: string;
  move: (id: string, by: -1 | 1) => void;
};

/** A column of a list: moved by its buttons, or by Alt and the arrow keys wherever in it the focus is. */
export function ColumnLine({ roster, column, id, place, isLast, text, move }: Props) {
  const words = useWords(rosterWords);
  const draft = useWords(draftWords);
  const { isOpen } = useOpenDraft();
  const name = `roster/${roster.id}/column/${id}`;
  const [form, setForm] = useOpened<'change' | 'remove'>(name);
  const { title } = column;
  const step = (by: -1 | 1) => {
    const focused = document.activeElement;
    move(id, by);
    // The line is put elsewhere in the list, which takes the focus from it.
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !isOpen) return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li onKeyDown={onKeyDown}>
      <div className="roster-column">
        <span className="quiet">{place}</span>
        <strong>{title}</strong>
        <span className="roster-sample">{text}</span>
        {isOpen && (
          <span className="stage-buttons">
            <Button
              size="small"
              aria-label={words.upOf(title)}
              disabled={place === 1}
              onClick={() => step(-1)}
            >
              {words.up}
            </Button>
            <Button size="small" aria-label={words.downOf(title)} disabled={isLast} onClick={() => step(1)}>
              {words.down}
            </Button>
            <Button size="small" aria-label={`${draft.change} ${title}`} onClick={() => setForm('change')}>
              {draft.change}
            </Button>
            <Button size="small" danger aria-label={words.removeOf(title)} onClick={() => setForm('remove')}>
              {words.remove}
            </Button>
          </span>
        )}
      </div>
      <OpenedForm name={name}>
        {form === 'change' && (
          <ColumnForm roster={roster} column={column} id={id} close={() => setForm(null)} />
        )}
        {form === 'remove' && (
          <RemoveColumnForm roster={roster} column={column} id={id} close={() => setForm(null)} />
        )}
      </OpenedForm>
    </li>
  );
}
