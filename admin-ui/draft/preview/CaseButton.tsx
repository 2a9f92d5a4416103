import { Button } from 'antd';
import { type RefObject, useEffect, useRef } from 'react';
import { draftPreviewWords, useWords } from '#renderer/locales/index.ts';
import type { PreviewAnswers, PreviewAsked } from '../../preview/messages.ts';
import type { PreviewedAnswers } from '../model/previewed-case.ts';

type Props = {
  frame: RefObject<HTMLIFrameElement | null>;
  keep: (answers: PreviewedAnswers) => void;
};

/** Asks the page inside for what is filled in, to make a case of it. */
export function CaseButton({ frame, keep }: Props) {
  const words = useWords(draftPreviewWords);
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<PreviewAnswers>) => {
      if (source !== frame.current?.contentWindow || data?.kind !== 'preview-answers') return;
      const { form, sample, sections } = data;
      latest.current({ form, sample, sections });
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [frame]);
  const ask = () => {
    const asked: PreviewAsked = { kind: 'preview-asked' };
    frame.current?.contentWindow?.postMessage(asked, window.location.origin);
  };
  return (
    <Button size="small" className="preview-case" onClick={ask}>
      {words.makeCase}
    </Button>
  );
}
