import { Alert, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { CompiledEdition, SheetDefinition } from '#core/model/index.ts';
import { Empty, FilterInput, Page, useSearchText } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, routeWords, sheetWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { compiledOf } from '../../model/compiled.ts';
import { filesOfCycle } from '../../model/files.ts';
import { SentenceLine } from './SentenceLine.tsx';
import { SheetPreview } from './SheetPreview.tsx';
import './sheets.css';
import { sentencesIn } from './sentences.ts';

/** The printed sheets: the page with an example, and every sentence of it beside, to be changed. */
export default function SheetsRoom() {
  const words = useWords(draftWords);
  const own = useWords(sheetWords);
  const { broken } = useWords(routeWords);
  const { edition } = useOpenDraft();
  const compiled = useMemo(() => compiledOf(edition), [edition]);
  const { sheets } = edition.definition;
  const [chosen, choose] = useState(sheets[0]?.id);
  const sheet = sheets.find(({ id }) => id === chosen) ?? sheets[0];
  return (
    <Page
      title={
        <>
          {words.rooms.sheets} <HelpMark topic="sheets" />
        </>
      }
    >
      <p className="quiet">{own.hint}</p>
      {!sheet && <Empty>{own.none}</Empty>}
      {sheets.length > 1 && sheet && (
        <search>
          <Select
            className="wide"
            aria-label={own.sheet}
            value={sheet.id}
            onChange={choose}
            options={sheets.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </search>
      )}
      {!compiled && <Alert type="warning" showIcon title={broken} />}
      {sheet && <Sheet key={sheet.id} edition={compiled} sheet={sheet} />}
    </Page>
  );
}

type Props = { edition: CompiledEdition | null; sheet: SheetDefinition };

function Sheet({ edition, sheet }: Props) {
  const words = useWords(sheetWords);
  const { files, cycle, isOpen } = useOpenDraft();
  const { input, wanted } = useSearchText();
  const [opened, open] = useState<number | null>(null);
  const sentences = useMemo(
    () => sentencesIn(filesOfCycle(files, cycle), sheet.id, cycle),
    [files, cycle, sheet.id],
  );
  const found = sentences.filter(({ index, text }) => index === opened || text.includes(wanted.trim()));
  const { size, orientation, margin, nUp } = sheet.paper;
  return (
    <>
      <p>
        {words.paper(size, words.orientations[orientation] ?? orientation, margin ?? '')}
        {nUp !== undefined && ` · ${words.twoUp}`}
        {sheet.pages !== undefined && ` · ${words.pages(sheet.pages)}`}
      </p>
      <div className="sheet-desk">
        {edition && <SheetPreview edition={edition} sheet={sheet.id} choose={isOpen ? open : undefined} />}
        <div>
          <search>
            <FilterInput label={words.search} input={input} maxLength={100} />
          </search>
          <ol className="sheet-sentences" aria-label={words.sentences}>
            {found.map((sentence) => (
              <SentenceLine
                key={`${sentence.index} ${sentence.text}`}
                sheet={sheet.id}
                sentence={sentence}
                isOpened={opened === sentence.index}
                open={open}
              />
            ))}
          </ol>
        </div>
      </div>
    </>
  );
}
