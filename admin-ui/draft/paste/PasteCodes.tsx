import type { CodeList } from '#core/model/index.ts';
import { draftWords, pasteWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import { codeAdded, codeEnded, wrongCode, wrongEnd } from '../model/codes.ts';
import { type PastedLine, PasteForm } from './PasteForm.tsx';

/** Codes as somebody has them in a spreadsheet: new ones are added, known ones get their title and their last day. */
export function PasteCodes({ list, close }: { list: CodeList; close: () => void }) {
  const words = useWords(pasteWords);
  const draft = useWords(draftWords);
  const { cycle } = useOpenDraft();
  const read = (rows: string[][]): PastedLine[] => {
    let known = list;
    return rows.map((row): PastedLine => {
      const [code = '', title = '', validFrom = '', until = ''] = row;
      const text = row.join(' · ');
      const entry = known.entries.find((one) => one.code === code);
      if (entry) return changed(entry, { title, until });
      const wrong = Object.values(wrongCode(known, { code, title, validFrom }))[0];
      if (wrong) return { text, changes: [], refused: title === '' ? words.titleMissing : draft[wrong] };
      const added = codeAdded(known, cycle, { code, title, validFrom });
      // What comes behind it in the paste stands behind it in the list.
      known = { ...known, entries: [...known.entries, { code, title }] };
      return { text: words.codeAdded(code, title), changes: [added] };
    });
  };
  const changed = (
    entry: CodeList['entries'][number],
    { title, until }: { title: string; until: string },
  ): PastedLine => {
    const isRenamed = title !== '' && title !== entry.title;
    const ends = until !== '' && until !== entry.validTo;
    if (ends && wrongEnd({ until, successor: '' }).until)
      return { text: entry.title, changes: [], refused: draft.noDate };
    const at = { list: list.id, code: entry.code, cycle };
    return {
      text: [
        ...(isRenamed ? [words.codeRenamed(entry.title, title)] : []),
        ...(ends ? [words.codeEnded(title || entry.title, until)] : []),
        ...(isRenamed || ends ? [] : [entry.title]),
      ].join('；'),
      changes: [
        ...(isRenamed ? [{ kind: 'changeCode', ...at, patch: { title } }] : []),
        ...(ends ? [codeEnded(list, cycle, entry.code, { until, successor: entry.successor ?? '' })] : []),
      ],
    };
  };
  return <PasteForm label={words.button} hint={words.codesHint} read={read} close={close} />;
}
