import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { JsonObject } from '#core/model/index.ts';
import type { FiredView } from '#core/model/wire/index.ts';
import {
  type ActionView,
  type CaseView,
  caseKey,
  isConflict,
  queuesKey,
  readCase,
  useFire,
} from '#renderer/api/index.ts';
import { useOpenCase } from '#renderer/form/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { usePopups } from '#renderer/popups/index.ts';
import type { Begun } from '../events/index.ts';
import { casePath, type ListRef, listPath } from './caseLink.ts';
import { changesOf } from './changes.ts';
import type { Neighbours } from './useNeighbours.ts';

type Options = { view: CaseView; list: ListRef | null; neighbours: Neighbours; begun: Begun };

/**
 * Firing at this case. What was typed is saved first; afterwards the next case of the list opens, unless the case stands
 * where it stood and is still to be decided on.
 */
export function useDecide({ view, list, neighbours, begun }: Options) {
  const words = useWords(reviewWords);
  const client = useQueryClient();
  const notify = useNotify();
  const popup = usePopups();
  const { store } = useOpenCase();
  const [, navigate] = useLocation();
  const { mutateAsync } = useFire(view.id);
  const next = neighbours.next?.id;

  const goOn = useCallback(() => {
    if (!list) return;
    if (next) return navigate(casePath(next, list));
    notify.success(words.noNext);
    navigate(listPath(list));
  }, [list, next, navigate, notify, words]);

  /** Shows what has changed, and the case as it stands now. */
  const explain = useCallback(async () => {
    const now = await readCase(view.id);
    client.setQueryData(caseKey(view.id), now);
    await client.invalidateQueries({ queryKey: queuesKey });
    const lines = changesOf(view, now, store.category, words);
    popup(({ modal }) =>
      modal.warning({
        title: words.changedTitle,
        content: lines.map((line) => `${line}\n`),
        className: 'changes',
        okText: words.confirm,
      }),
    );
  }, [view, client, store, words, popup]);

  /** Fires the event; throws a refusal, except a conflict, which it explains. `stay` keeps the case open. */
  return useCallback(
    async (action: ActionView, input: JsonObject, stay = false): Promise<void> => {
      await store.flush();
      try {
        const fired = await mutateAsync({
          event: action.event,
          version: view.version,
          ...(action.input ? { input } : {}),
        });
        for (const warning of fired.warnings) notify.warning(warning);
        if (stay) return;
        notify.success(words.done(action.title, 1));
        const stands = standsAsBefore(view, client.getQueryData<CaseView>(caseKey(view.id)), fired);
        begun.forget(stands ? action.event : undefined);
        if (!stands) goOn();
      } catch (error) {
        if (!isConflict(error)) throw error;
        await explain();
      }
    },
    [store, mutateAsync, view, client, notify, words, goOn, explain, begun],
  );
}

/** Whether an event has written something and moved nothing: the same state, and nothing less that may be done. */
function standsAsBefore(before: CaseView, now: CaseView | undefined, { cases: [fired] }: FiredView): boolean {
  if (now === undefined || now.version !== fired?.version || now.stateTitle !== before.stateTitle)
    return false;
  return before.actions.every(({ event }) => now.actions.some((one) => one.event === event));
}
