import { useState } from 'react';
import type { Change } from '#core/change/index.ts';
import { addedMeanwhile, lengthNow, lengthWithOwn, messageOf, useChangeDraft } from '#renderer/api/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { apiWords, draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from './DraftContext.tsx';
import { withMends } from './model/act.ts';

/** What came of the last attempt: a sentence, or what somebody else had added. Nothing that was typed is lost by it. */
export type Refused = { message: string; meanwhile: string[] } | null;

/**
 * Makes changes, with what examples need after them, to the open draft as one act. `make` gives whether they were made;
 * `refused` says why not.
 */
export function useMakeChange() {
  const { view, files } = useOpenDraft();
  const words = useWords(draftWords);
  const sentences = useWords(apiWords);
  const notify = useNotify();
  const change = useChangeDraft(view.id);
  const [refused, setRefused] = useState<Refused>(null);
  /** The list that the reader has seen: what others add is shown before it is built upon. */
  const [seen, setSeen] = useState(view.length);
  /** `from`: the length of the list that the reader has before them, where that is not the one of the beginning. */
  const make = async (meant: Change[], why = '', from = seen): Promise<boolean> => {
    const length = lengthWithOwn(view.id, from);
    const changes = withMends(files, meant);
    try {
      await change.mutateAsync({ length, changes, ...(why.trim() !== '' && { why: why.trim() }) });
    } catch (error) {
      const meanwhile = addedMeanwhile(error);
      if (meanwhile) setSeen(lengthNow(error) ?? seen);
      setRefused({
        message: meanwhile ? words.moved : messageOf(error, sentences),
        meanwhile: meanwhile ?? [],
      });
      return false;
    }
    setRefused(null);
    notify.success(words.saved);
    return true;
  };
  return { make, isMaking: change.isPending, refused };
}
