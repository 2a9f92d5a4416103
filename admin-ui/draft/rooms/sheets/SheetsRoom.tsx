import { Alert, Segmented, Select } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import type { CompiledEdition, Definition, SheetDefinition } from '#core/model/index.ts';
import { Empty, Loading, Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, routeWords, sheetWords, useWords } from '#renderer/locales/index.ts';
import { type Target, useOpenDraft } from '../../DraftContext.tsx';
import { compiledOf } from '../../model/compiled.ts';
import { filesOfCycle } from '../../model/files.ts';
import { useRemembered } from '../../useRemembered.ts';
import { BlocksPanel } from './BlocksPanel.tsx';
import { ColumnsPanel } from './ColumnsPanel.tsx';
import { SentencesPanel } from './SentencesPanel.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import { SheetPreview } from './SheetPreview.tsx';
import './sheets.css';
import { useUnsent } from '../../useUnsent.ts';
import { templateIn } from './sentences.ts';

const TemplatePanel = lazy(() => import('./template/TemplatePanel.tsx'));

/** What of a sheet is changed. */
type View = 'sentences' | 'blocks' | 'columns' | 'settings' | 'template';

/** The printed sheets: the page with an example, and every sentence of it beside, to be changed. */
export default function SheetsRoom() {
  const words = useWords(draftWords);
  const own = useWords(sheetWords);
  const { broken } = useWords(routeWords);
  const { view, edition, target } = useOpenDraft();
  const compiled = useMemo(() => compiledOf(edition), [edition]);
  const { sheets } = edition.definition;
  const [chosen, choose] = useRemembered<string | null>(`${view.id}/sheet`, null);
  const sheet = sheets.find(({ id }) => id === chosen) ?? firstSheet(edition.definition, target);
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
            className="draft-choice"
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

/** The one that the form that one is at names first, else any form: of several sheets it is the one that matters. */
function firstSheet({ sheets, categories }: Definition, { category }: Target): SheetDefinition | undefined {
  const own = categories.find(({ id }) => id === category)?.sheets ?? [];
  const first = [...own, ...categories.flatMap((one) => one.sheets ?? [])][0];
  return sheets.find(({ id }) => id === first) ?? sheets[0];
}

type Props = { edition: CompiledEdition | null; sheet: SheetDefinition };

function Sheet({ edition, sheet }: Props) {
  const words = useWords(sheetWords);
  const { files, cycle, isOpen } = useOpenDraft();
  const [opened, open] = useUnsent<number | null>(`sheet/${sheet.id}/sentence`, null);
  const [view, setView] = useRemembered<View>('sheet-view', 'sentences');
  const template = useMemo(
    () => templateIn(filesOfCycle(files, cycle), sheet.id, cycle),
    [files, cycle, sheet.id],
  );
  const choose = (index: number) => {
    setView('sentences');
    open(index);
  };
  return (
    <div className="sheet-room">
      <PaperLine sheet={sheet} />
      <div className={view === 'template' ? 'sheet-desk wide-panel' : 'sheet-desk'}>
        {edition && <SheetPreview edition={edition} sheet={sheet} choose={isOpen ? choose : undefined} />}
        <div className="sheet-panel">
          <Segmented<View>
            aria-label={words.views}
            value={view}
            onChange={setView}
            options={Object.entries(words.view).map(([value, label]) => ({ value: value as View, label }))}
          />
          {view === 'sentences' && (
            <SentencesPanel sheet={sheet.id} template={template} opened={opened} open={open} />
          )}
          {view === 'blocks' && <BlocksPanel sheet={sheet.id} template={template} />}
          {view === 'columns' && <ColumnsPanel sheet={sheet.id} template={template} />}
          {view === 'settings' && edition && (
            <SettingsPanel key={cycle} edition={edition} sheet={sheet} template={template} />
          )}
          {view === 'template' && (
            <Suspense fallback={<Loading />}>
              <TemplatePanel key={cycle} sheet={sheet} template={template} />
            </Suspense>
          )}
        </div>
      </div>
    </div>
  );
}

/** On what paper a sheet is printed, and within how many pages. */
function PaperLine({ sheet: { paper, pages, fit } }: { sheet: SheetDefinition }) {
  const words = useWords(sheetWords);
  const { size, orientation, margin, nUp } = paper;
  return (
    <p>
      {words.paper(size, words.orientations[orientation] ?? orientation, margin ?? '')}
      {nUp !== undefined && ` · ${words.twoUp}`}
      {pages !== undefined && ` · ${words.pages(pages)}`}
      {fit !== undefined && ` · ${words.fitting}`}
    </p>
  );
}
