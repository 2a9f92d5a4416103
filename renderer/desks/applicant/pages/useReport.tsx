import { Button } from 'antd';
import { useMemo } from 'react';
import type { AnswerProblem } from '#core/model/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { applicantWords, formWords, useWords } from '#renderer/locales/index.ts';
import { useFollow } from '../useFollow.ts';

/** What a save or a step to the next page has to say: how much is left on this page, and the way to its first gap. */
export function useReport() {
  const words = useWords(applicantWords);
  const formed = useWords(formWords);
  const notify = useNotify();
  const { follow } = useFollow();
  return useMemo(
    () => ({
      /** `page` names the page where it is no longer the open one. */
      saved: (left: readonly AnswerProblem[], page?: string) => {
        const [first] = left;
        if (!first) return notify.success(formed.saveDone);
        notify.success(
          <>
            {words.savedLeft(left.length, page)}{' '}
            <Button type="link" size="small" onClick={() => follow(first)}>
              {words.firstGap}
            </Button>
          </>,
        );
      },
      refused: (left: readonly AnswerProblem[]) => {
        notify.warning(words.notYet(left.length));
        if (left[0]) follow(left[0]);
      },
    }),
    [words, formed, notify, follow],
  );
}
