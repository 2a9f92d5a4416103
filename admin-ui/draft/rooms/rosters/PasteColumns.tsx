import type { RosterDefinition } from '#core/model/index.ts';
import { rosterWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { type PastedLine, PasteForm } from '../../paste/PasteForm.tsx';
import { columnKey, orderChange } from './columns.ts';

type Props = { roster: RosterDefinition; close: () => void };

/** Columns as somebody has them in a spreadsheet: their order, and other titles for them. */
export function PasteColumns({ roster, close }: Props) {
  const words = useWords(rosterWords);
  const { cycle } = useOpenDraft();
  const byTitle = new Map(roster.columns.map((column, index) => [column.title, columnKey(column, index)]));
  const read = (rows: string[][]): PastedLine[] => {
    const seen = new Set<string>();
    const lines = rows.map(([title = '', other = '']): PastedLine => {
      const column = byTitle.get(title);
      if (column === undefined) return { text: title, changes: [], refused: words.unknown };
      if (seen.has(column)) return { text: title, changes: [], refused: words.twice };
      seen.add(column);
      if (other === '' || other === title) return { text: title, changes: [] };
      if (byTitle.has(other)) return { text: title, changes: [], refused: words.taken };
      const change = { kind: 'renameColumn', roster: roster.id, cycle, column, title: other };
      return { text: words.renamed(title, other), changes: [change] };
    });
    const rest = [...byTitle.values()].filter((key) => !seen.has(key));
    const order = seen.size > 0 ? orderChange(roster, cycle, [...seen, ...rest]) : [];
    // The order names columns as they are called before the others are renamed.
    return order.length === 0 ? lines : [{ text: words.ordered(seen.size), changes: order }, ...lines];
  };
  return <PasteForm label={words.paste} hint={words.pasteHint} read={read} close={close} />;
}
