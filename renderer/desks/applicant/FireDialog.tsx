import { useState } from 'react';
import { useLocation } from 'wouter';
import type { AnswerProblem, JsonObject } from '#core/model/index.ts';
import { type ActionView, ApiError, type CaseView, useFire } from '#renderer/api/index.ts';
import { useReturnFocus } from '#renderer/focus/index.ts';
import { commitPending, EventForm, type Lists } from '#renderer/form/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { applicantWords, frameWords, useWords } from '#renderer/locales/index.ts';
import { Dialog } from '#renderer/popups/index.ts';

type Props = {
  action: ActionView;
  view: CaseView;
  lists?: Lists;
  /** Whether everything is saved on which the event depends. */
  ready?: () => Promise<boolean>;
  close: () => void;
};

/** Asks once more, in the event's own words, takes what it needs, and fires it on what is saved. */
export function FireDialog({ action, view, lists, ready = async () => true, close }: Props) {
  useReturnFocus();
  const words = useWords(applicantWords);
  const framed = useWords(frameWords);
  const notify = useNotify();
  const fire = useFire(view.id);
  const [, navigate] = useLocation();
  const [input, setInput] = useState<JsonObject>({});
  const [problems, setProblems] = useState<AnswerProblem[]>([]);
  const submit = async () => {
    await commitPending();
    if (!(await ready())) return notify.warning(words.unsavedStop);
    const request = { event: action.event, version: view.version, ...(action.input ? { input } : {}) };
    try {
      const [done] = (await fire.mutateAsync(request)).cases;
      notify.success(words.fired(done?.stateTitle ?? ''));
      navigate('/', { replace: true });
      close();
    } catch (error) {
      refused(error);
    }
  };
  /** Problems of the input are shown here; all others are shown on the page behind. */
  const refused = (error: unknown) => {
    const all = error instanceof ApiError ? (error.body?.problems ?? []) : [];
    const here = all.filter(({ path }) => path.startsWith('/input'));
    setProblems(here);
    if (here.length === 0) notify.failure(error);
    if (all.length > here.length) close();
  };
  return (
    <Dialog
      open
      title={words.confirmTitle(action.title)}
      okText={action.title}
      cancelText={framed.cancel}
      okButtonProps={{ danger: action.danger, loading: fire.isPending }}
      onOk={submit}
      onCancel={close}
      closable={{ 'aria-label': framed.close }}
    >
      {action.confirm && <p>{action.confirm}</p>}
      {action.input && (
        <EventForm
          id={action.event}
          schema={action.input.schema}
          ui={action.input.ui}
          value={input}
          onChange={setInput}
          lists={lists}
          problems={problems}
          revealed
        />
      )}
    </Dialog>
  );
}
