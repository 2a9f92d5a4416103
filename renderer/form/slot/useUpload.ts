import { useCallback, useEffect, useRef, useState } from 'react';
import { messageOf, type SlotRef, uploadFile } from '#renderer/api/index.ts';
import { beforeLeaving } from '#renderer/frame/index.ts';
import { apiWords, formWords, useWords } from '#renderer/locales/index.ts';
import { useOpenCase } from '../store/context.tsx';
import { type Limits, refuseFile } from './refuse.ts';

type UploadState = { percent: number | null; sentence: string | null };

const IDLE: UploadState = { percent: null, sentence: null };

/** Sends a file to a slot, with its progress; a refusal is a sentence, not an exception. */
export function useUpload(place: SlotRef, limits: Limits) {
  const { store } = useOpenCase();
  const words = useWords(formWords);
  const sentences = useWords(apiWords);
  const [state, setState] = useState<UploadState>(IDLE);
  const running = useRef<AbortController>(undefined);
  useEffect(() => beforeLeaving(async () => running.current?.abort()), []);

  const send = useCallback(
    async (file: File, replaced?: string): Promise<boolean> => {
      const refusal = refuseFile(file, limits, words);
      if (refusal) {
        setState({ percent: null, sentence: refusal });
        return false;
      }
      running.current = new AbortController();
      setState({ percent: 0, sentence: null });
      const progress = (sent: number, total: number) =>
        setState({ percent: Math.min(99, Math.round((sent / Math.max(1, total)) * 100)), sentence: null });
      try {
        store.addFile(await uploadFile(place, file, progress, running.current.signal), replaced);
        setState(IDLE);
        return true;
      } catch (error) {
        const cancelled = error instanceof DOMException && error.name === 'AbortError';
        setState({ percent: null, sentence: cancelled ? null : messageOf(error, sentences) });
        return false;
      }
    },
    [place, limits, words, sentences, store],
  );
  const cancel = useCallback(() => running.current?.abort(), []);
  return { ...state, send, cancel };
}
