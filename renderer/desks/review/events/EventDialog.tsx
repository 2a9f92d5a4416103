import { Button, Modal } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import type { CompiledEdition, Facts, JsonObject } from '#core/model/index.ts';
import type { ActionView } from '#renderer/api/index.ts';
import { useFocusAfter, useReturnFocus } from '#renderer/focus/index.ts';
import { EventForm, focusAnchor, focusFirst } from '#renderer/form/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import type { Begun } from './begun.ts';
import { Failure } from './Failure.tsx';
import { announcement, type Who } from './sentences.ts';
import { useEventInput } from './useEventInput.ts';

type Props = {
  edition: CompiledEdition;
  route: string;
  action: ActionView;
  who: Who;
  facts: Facts;
  /** The answers of the case; none where it is asked outside any. */
  application?: JsonObject;
  /** Said below what will happen. */
  children?: ReactNode;
  title?: string;
  /** What will happen, where it does not happen to people. */
  will?: string;
  /** What goes with the event whatever is filled in. */
  fixed?: JsonObject;
  /** What was begun for each event of the case, here and in the bar. */
  begun?: Begun;
  /** Fires; the dialog closes when it succeeds, and says what was refused when it throws. */
  fire: (input: JsonObject) => Promise<void>;
  /** Where the focus goes afterwards, if what opened the dialog was rendered again. */
  back?: () => Element | null;
  close: () => void;
};

/** Before an event is fired: what will happen, in numbers and names, and what has to be filled in with it. */
export function EventDialog({
  edition,
  route,
  action,
  who,
  facts,
  application,
  children,
  title,
  will,
  fixed,
  begun,
  fire,
  back,
  close,
}: Props) {
  useReturnFocus(back);
  const words = useWords(reviewWords);
  const box = useRef<HTMLFormElement>(null);
  const input = useEventInput({ edition, route, event: action.event, facts, application, fixed, begun });
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [firstProblem] = input.problems;

  const submit = async () => {
    const value = await input.check();
    if (value === null) return;
    setBusy(true);
    setFailure(null);
    try {
      await fire(value);
      close();
    } catch (error) {
      input.take(error);
      setFailure(error);
      setBusy(false);
    }
  };
  useFocusAfter(input.tries, () => {
    if (firstProblem) focusAnchor(firstProblem.path.replace(/^\/input/, '/asked'));
  });
  return (
    <Modal
      open
      title={title ?? action.title}
      onCancel={close}
      closable={{ 'aria-label': words.cancel }}
      mask={{ closable: false }}
      afterOpenChange={(open) =>
        open &&
        !box.current?.contains(document.activeElement) &&
        focusFirst(
          box.current?.querySelector<HTMLElement>('.fields') ??
            box.current?.querySelector<HTMLElement>('.row-actions') ??
            null,
        )
      }
      footer={null}
    >
      <form
        ref={box}
        className="asked"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {announcement(action, who, words, will).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {children}
        {action.input && (
          <EventForm
            id="asked"
            schema={action.input.schema}
            ui={action.input.ui}
            value={input.value}
            onChange={input.change}
            lists={{
              codes: edition.codes,
              asOf: edition.definition.edition.cycle.asOf,
              timeZone: edition.scope.timeZone,
            }}
            problems={input.problems}
            revealed={input.tries > 0}
          />
        )}
        <Failure error={failure} />
        <div className="row-actions">
          <Button
            type="primary"
            htmlType="submit"
            danger={action.danger}
            loading={busy}
            disabled={who.n === 0}
          >
            {action.title}
          </Button>
          <Button onClick={close}>{words.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}
