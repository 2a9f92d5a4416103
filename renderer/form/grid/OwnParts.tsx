import { cleanLine } from '#core/text/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { useTyped } from '../widgets/useTyped.ts';
import type { Line } from './lines.ts';
import type { GridFrame } from './useGrid.ts';

type Props = { frame: GridFrame; line: Line };

/** The title of an item that the person added. */
export function OwnTitle({ frame, line }: Props) {
  const words = useWords(formWords);
  return (
    <span className="own-name">
      <Typed
        label={words.itemTitle}
        value={line.title}
        readOnly={!frame.editable}
        put={(title) => frame.rename(line.id, { title })}
      />
    </span>
  );
}

/** In what it is counted; named with the item, for there are several. */
export function OwnUnit({ frame, line }: Props) {
  const words = useWords(formWords);
  return (
    <span className="own-name unit">
      <Typed
        label={words.itemUnit}
        name={`${line.title} ${words.itemUnit}`.trim()}
        value={line.unit ?? ''}
        readOnly={!frame.editable}
        put={(unit) => frame.rename(line.id, { unit })}
      />
    </span>
  );
}

function Typed({
  label,
  name = label,
  value,
  readOnly,
  put,
}: {
  label: string;
  name?: string;
  value: string;
  readOnly: boolean;
  put: (text: string) => void;
}) {
  const typed = useTyped({
    value,
    read: cleanLine,
    commit: (text) => put(typeof text === 'string' ? text : ''),
    onPause: true,
  });
  return (
    <input {...typed.input} className="cell" placeholder={label} aria-label={name} readOnly={readOnly} />
  );
}
