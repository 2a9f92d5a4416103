import { Radio, Select } from 'antd';
import { type SyntheticEvent, useMemo, useState } from 'react';
import type { CompiledEdition } from '#core/model/index.ts';
import { draftSheetUrl } from '#renderer/api/index.ts';
import { Empty } from '#renderer/frame/index.ts';
import { sheetWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { examplesOf, exampleWith, type Fill } from './examples.ts';

type Props = {
  edition: CompiledEdition;
  sheet: string;
  /** Opens the sentence that was clicked; absent: the page is only looked at. */
  choose?: ((index: number) => void) | undefined;
};

/**
 * A sheet as the server prints it, with an example. The page runs nothing and fetches nothing; it is of our origin only
 * so that a click on a sentence can be heard.
 */
export function SheetPreview({ edition, sheet, choose }: Props) {
  const words = useWords(sheetWords);
  const { view, cycle } = useOpenDraft();
  const examples = useMemo(() => examplesOf(edition, sheet), [edition, sheet]);
  const [fill, setFill] = useState<Fill | null>('typical');
  const [chosen, choosing] = useState<string>();
  const example = fill === null ? examples.find(({ id }) => id === chosen) : exampleWith(examples, fill);
  if (!example) return <Empty>{words.noExample}</Empty>;
  const address = (format: 'html' | 'pdf') =>
    draftSheetUrl(view.id, sheet, { cycle, example: example.id, source: view.source, format });
  const listen = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>) =>
    currentTarget.contentDocument?.addEventListener('click', ({ target }) => {
      const found = (target as Element | null)?.closest?.('[data-sentence]');
      const index = found?.getAttribute('data-sentence');
      if (index) choose?.(Number(index));
    });
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
          className="wide"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={words.example}
          value={example.id}
          onChange={(id) => {
            setFill(null);
            choosing(id);
          }}
          options={examples.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <a href={address('pdf')} target="_blank" rel="noreferrer">
          {words.pdf}
        </a>
      </div>
      <iframe
        key={address('html')}
        src={address('html')}
        title={words.page(example.name)}
        sandbox="allow-same-origin"
        onLoad={listen}
      />
    </div>
  );
}
