import { useState } from 'react';
import type { JsonObject } from '#core/model/index.ts';
import type { ActionView, CaseView } from '#renderer/api/index.ts';
import { useFocusAfter } from '#renderer/focus/index.ts';
import { focusAnchor, useOpenCase } from '#renderer/form/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { usePopups } from '#renderer/popups/index.ts';
import { announcement, type Begun, useEventInput, whoOf } from '../events/index.ts';

/** Fires an event with what it asks for. */
export type Decide = (action: ActionView, input: JsonObject) => Promise<void>;

type Primary = { view: CaseView; action: ActionView; values: JsonObject; decide: Decide; begun: Begun };

/** What the primary event asks for, and its firing: checked, confirmed where the event wants it, failures kept. */
export function usePrimary({ view, action, values, decide, begun }: Primary) {
  const input = usePrimaryInput({ view, action, values, begun });
  const confirm = useConfirmation(view, action);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const fire = async (value: JsonObject) => {
    setBusy(true);
    setFailure(null);
    try {
      await decide(action, value);
    } catch (error) {
      input.take(error);
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const submit = async () => {
    const value = await input.check();
    if (value === null) return;
    if (!action.confirm) return fire(value);
    confirm(() => fire(value));
  };
  return { input, busy, failure, submit };
}

/** The input of the event; where a check finds something, the focus goes to the first. */
function usePrimaryInput({ view, action, values, begun }: Omit<Primary, 'decide'>) {
  const { store, edition } = useOpenCase();
  const input = useEventInput({
    edition,
    route: store.category.definition.route,
    event: action.event,
    facts: view.facts,
    application: values,
    begun,
  });
  const [firstProblem] = input.problems;
  useFocusAfter(input.tries, () => {
    if (firstProblem) focusAnchor(firstProblem.path.replace(/^\/input/, '/decision'));
  });
  return input;
}

/** Asks before the event is fired, with its own words and who it is about. */
function useConfirmation(view: CaseView, action: ActionView) {
  const words = useWords(reviewWords);
  const popup = usePopups();
  return (fire: () => Promise<void>) => {
    const lines = announcement(action, whoOf([{ name: view.name }], words), words);
    popup(({ modal }) =>
      modal.confirm({
        title: action.title,
        content: lines.map((line) => <p key={line}>{line}</p>),
        okText: action.title,
        cancelText: words.cancel,
        onOk: fire,
      }),
    );
  };
}
