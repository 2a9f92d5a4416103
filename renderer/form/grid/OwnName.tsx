import { cleanLine } from '#core/text/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { useTyped } from '../widgets/useTyped.ts';
import type { Line } from './lines.ts';
import type { GridFrame } from './useGrid.ts';

/** Title and unit of an item that the person added. */
export function OwnName({ frame, line }: { frame: GridFrame; line: Line }) {
  const words = useWords(formWords);
  return (
    <span className="own-name">
      <Typed
        label={words.itemTitle}
        value={line.title}
        readOnly={!frame.editable}
        put={(title) => frame.rename(line.id, { title })}
      />
      <Typed
        label={words.itemUnit}
        value={line.unit ?? ''}
        readOnly={!frame.editable}
        put={(unit) => frame.rename(line.id, { unit })}
      />
    </span>
  );
}

function Typed({
  label,
  value,
  readOnly,
  put,
}: {
  label: string;
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
    <input {...typed.input} className="cell" placeholder={label} aria-label={label} readOnly={readOnly} />
  );
}
