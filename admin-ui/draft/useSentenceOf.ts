import { useCallback } from 'react';
import { type Change, sentence } from '#core/change/index.ts';
import { useLocale } from '#renderer/locales/index.ts';
import { useOpenDraft } from './DraftContext.tsx';

/** A change that is meant as a sentence, as the list of changes will have it. */
export function useSentenceOf(): (change: Change) => string {
  const { files } = useOpenDraft();
  const locale = useLocale();
  return useCallback((change) => sentence(change, files, locale), [files, locale]);
}
