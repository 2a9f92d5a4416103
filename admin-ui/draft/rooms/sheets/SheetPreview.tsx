import { Radio, Select } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { isFitted } from '#core/fit/index.ts';
import type { CompiledEdition, SheetDefinition } from '#core/model/index.ts';
import { draftSheetUrl } from '#renderer/api/index.ts';
import { Empty, Loading } from '#renderer/frame/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useRemembered } from '../../useRemembered.ts';
import { examplesOf, exampleWith, type Fill } from './examples.ts';
import { FitNote, type ShownFit } from './FitNote.tsx';
import { SheetFrame } from './SheetFrame.tsx';

const PagedSheet = lazy(() => import('./paper/PagedSheet.tsx'));

type Props = {
  edition: CompiledEdition;
  sheet: SheetDefinition;
  /** Opens the sentence that was clicked; absent: the page is only looked at. */
  choose?: ((index: number) => void) | undefined;
};

/** A sheet as the server prints it, with an example, and how it comes to fit on its paper. */
export function SheetPreview({ edition, sheet, choose }: Props) {
  const words = useWords(sheetWords);
  const { view, cycle, target } = useOpenDraft();
  const examples = useMemo(() => examplesOf(edition, sheet.id), [edition, sheet.id]);
  const [fill, setFill] = useState<Fill | null>('typical');
  const [chosen, choosing] = useState<string>();
  const [scale, setScale] = useState<'width' | 'whole'>('width');
  const [shownAs, showAs] = useRemembered<'screen' | 'paper'>('sheet-shown-as', 'screen');
  const [fit, setFit] = useState<ShownFit | null>(null);
  const example =
    fill === null ? examples.find(({ id }) => id === chosen) : exampleWith(examples, fill, target.category);
  if (!example) return <Empty>{words.noExample}</Empty>;
  const address = (format: 'html' | 'pdf') =>
    draftSheetUrl(view.id, sheet.id, { cycle, example: example.id, source: view.source, format });
  return (
    <div className="sheet-preview">
      <div className="change-buttons">
        <Radio.Group
          aria-label={words.fill}
          optionType="button"
          value={fill}
          onChange={({ target }) => setFill(target.value as Fill)}
          options={Object.entries(words.fills).map(([value, label]) => ({ value, label }))}
        />
        <Select
          className="draft-choice"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={words.example}
          value={example.id}
          onChange={(id) => {
            setFill(null);
            choosing(id);
          }}
          options={examples.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Radio.Group
          aria-label={words.shown}
          optionType="button"
          value={shownAs}
          onChange={({ target }) => showAs(target.value as typeof shownAs)}
          options={Object.entries(words.shownAs).map(([value, label]) => ({ value, label }))}
        />
        <Radio.Group
          aria-label={words.scale}
          optionType="button"
          value={scale}
          onChange={({ target }) => setScale(target.value as typeof scale)}
          options={Object.entries(words.scales).map(([value, label]) => ({ value, label }))}
        />
        <a href={address('pdf')} target="_blank" rel="noreferrer">
          {words.pdf}
        </a>
      </div>
      {isFitted(sheet) && fit && <FitNote fit={fit} fontSize={sheet.fit.fontSize} />}
      {shownAs === 'paper' && (
        <Suspense fallback={<Loading />}>
          <PagedSheet
            key={address('pdf')}
            address={address('pdf')}
            title={words.page(example.name)}
            most={sheet.pages}
            isWhole={scale === 'whole'}
          />
        </Suspense>
      )}
      {/* Also unseen it says how the sheet comes to fit. */}
      <div hidden={shownAs === 'paper'}>
        <SheetFrame
          key={address('html')}
          address={address('html')}
          title={words.page(example.name)}
          paper={sheet.paper}
          isOnePage={sheet.pages === 1}
          isWhole={scale === 'whole'}
          choose={choose}
          onFit={setFit}
        />
      </div>
    </div>
  );
}
