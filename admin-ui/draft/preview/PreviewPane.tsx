import { Button, Radio, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { draftPreviewWords, useWords } from '#renderer/locales/index.ts';
import type { PreviewReady, PreviewRequest } from '../../preview/messages.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import { type Texts, textDifferences } from '../model/differences.ts';
import type { PreviewedAnswers } from '../model/previewed-case.ts';
import { OpenedForm } from '../OpenedForm.tsx';
import { useOpened } from '../useUnsent.ts';
import { CaseButton } from './CaseButton.tsx';
import { PreviewedCaseForm } from './PreviewedCaseForm.tsx';

/** How wide the page inside is: a sheet of a desk, or a phone. */
const WIDTHS = { desk: 800, phone: 390 } as const;
type Width = keyof typeof WIDTHS;
const ADDRESS = '/policy/preview';

/** The form as applicants will see it, beside the rooms: a page of its own, drawn anew after each change. */
export function PreviewPane({ texts, close }: { texts: Texts; close: () => void }) {
  const words = useWords(draftPreviewWords);
  const { edition, cycle, target, setTarget, isOpen } = useOpenDraft();
  const [width, setWidth] = useState<Width>('desk');
  const [sample, setSample] = useState<string | null>(null);
  const forms = edition.definition.categories;
  const form =
    forms.find(({ id }) => id === target.category) ?? forms.find(({ account }) => !account) ?? forms[0];
  const samples = edition.definition.cases.filter(
    ({ category, expects }) => category === form?.id && expects.valid === true,
  );
  const shown = samples.some(({ id }) => id === sample) ? sample : null;
  const frame = usePreviewFrame(texts, {
    cycle,
    form: form?.id ?? '',
    section: target.section ?? null,
    sample: shown,
  });
  const [kept, keep] = useOpened<PreviewedAnswers>('previewed');
  return (
    <aside className="preview-pane" aria-label={words.preview}>
      <div className="preview-tools">
        <Select
          className="preview-form"
          aria-label={words.form}
          value={form?.id ?? ''}
          onChange={(category) => setTarget({ category })}
          options={forms.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <Select
          className="preview-form"
          aria-label={words.sample}
          value={shown ?? ''}
          onChange={(id) => setSample(id === '' ? null : id)}
          options={[
            { value: '', label: words.empty },
            ...samples.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Radio.Group
          size="small"
          aria-label={words.width}
          optionType="button"
          value={width}
          onChange={({ target: { value } }) => setWidth(value)}
          options={[
            { value: 'desk', label: words.desk },
            { value: 'phone', label: words.phone },
          ]}
        />
        <Button size="small" onClick={close}>
          {words.close}
        </Button>
      </div>
      {isOpen && kept === null && <CaseButton frame={frame} keep={keep} />}
      {isOpen && kept !== null && (
        <OpenedForm name="previewed">
          <PreviewedCaseForm answers={kept} close={() => keep(null)} />
        </OpenedForm>
      )}
      <Scaled width={WIDTHS[width]}>
        <iframe ref={frame} title={words.preview} src={ADDRESS} />
      </Scaled>
    </aside>
  );
}

/** Sends the page inside what has changed since the last time; everything when it says that it knows nothing. */
function usePreviewFrame(texts: Texts, shown: Omit<PreviewRequest, 'kind' | 'texts'>) {
  const frame = useRef<HTMLIFrameElement>(null);
  const sent = useRef<Texts | null>(null);
  const meant = JSON.stringify(shown);
  useEffect(() => {
    const send = () => {
      const request: PreviewRequest = {
        kind: 'preview',
        ...(JSON.parse(meant) as typeof shown),
        texts: textDifferences(sent.current ?? new Map(), texts),
      };
      sent.current = texts;
      frame.current?.contentWindow?.postMessage(request, window.location.origin);
    };
    const hear = ({ source, data }: MessageEvent<PreviewReady>) => {
      if (source !== frame.current?.contentWindow || data?.kind !== 'preview-ready') return;
      sent.current = new Map();
      send();
    };
    window.addEventListener('message', hear);
    if (sent.current !== null) send();
    return () => window.removeEventListener('message', hear);
  }, [texts, meant]);
  return frame;
}

/** What is inside keeps its width and is made smaller where there is less room. */
function Scaled({ width, children }: { width: number; children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(width);
  useEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? width));
    observer.observe(current);
    return () => observer.disconnect();
  }, [width]);
  const scale = Math.min(1, room / width);
  return (
    <div ref={box} className="preview-room">
      <div
        className="preview-scaled"
        style={{ width, height: `${100 / scale}%`, transform: `scale(${scale})` }}
      >
        {children}
      </div>
    </div>
  );
}
