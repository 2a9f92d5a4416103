import { useMemo } from 'react';
import { FilterInput, useSearchText } from '#renderer/frame/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { SentenceLine } from './SentenceLine.tsx';
import { sentencesIn } from './sentences.ts';

type Props = {
  sheet: string;
  template: string;
  opened: number | null;
  open: (index: number | null) => void;
};

/** Every sentence of a sheet, found by what stands in it. */
export function SentencesPanel({ sheet, template, opened, open }: Props) {
  const words = useWords(sheetWords);
  const { input, wanted } = useSearchText();
  const sentences = useMemo(() => sentencesIn(template), [template]);
  const found = sentences.filter(({ index, text }) => index === opened || text.includes(wanted.trim()));
  return (
    <>
      <search>
        <FilterInput label={words.search} input={input} maxLength={100} />
      </search>
      <ol className="sheet-sentences" aria-label={words.sentences}>
        {found.map((sentence) => (
          <SentenceLine
            key={`${sentence.index} ${sentence.text}`}
            sheet={sheet}
            sentence={sentence}
            isOpened={opened === sentence.index}
            open={open}
          />
        ))}
      </ol>
    </>
  );
}
