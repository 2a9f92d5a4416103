import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import type { Json, JsonObject } from '#core/json/index.ts';
import type { CompiledRoute, EventDefinition } from '#core/model/index.ts';
import { draftWords, routeWords, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { ChoiceField } from '../../ChoiceField.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened, useUnsent } from '../../useUnsent.ts';

/** Whatever desks and the applicant do on a route: how it is called, what it asks for, what is asked before. */
export function EventList({ compiled }: { compiled: CompiledRoute }) {
  const words = useWords(routeWords);
  return (
    <ol className="route-stages" aria-label={words.events}>
      {Object.entries(compiled.definition.events).map(([id, event]) => (
        <li key={id}>
          <EventLine compiled={compiled} id={id} event={event} />
        </li>
      ))}
    </ol>
  );
}

type LineProps = { compiled: CompiledRoute; id: string; event: EventDefinition };

function EventLine({ compiled, id, event }: LineProps) {
  const words = useWords(routeWords);
  const draft = useWords(draftWords);
  const { isOpen } = useOpenDraft();
  const name = `route/${compiled.definition.id}/event/${id}`;
  const [isChanging, setChanging] = useOpened<true>(name);
  return (
    <>
      <div className="stage-head">
        <strong>{event.title}</strong>
        {isOpen && !isChanging && (
          <span className="stage-buttons">
            <Button
              size="small"
              aria-label={`${draft.change} ${event.title}`}
              onClick={() => setChanging(true)}
            >
              {draft.change}
            </Button>
          </span>
        )}
      </div>
      <p className="quiet">{event.confirm ?? words.noConfirm}</p>
      {event.input && <p className="quiet">{words.asksFor}</p>}
      {isChanging && (
        <OpenedForm name={name}>
          <EventForm compiled={compiled} id={id} event={event} close={() => setChanging(null)} />
        </OpenedForm>
      )}
    </>
  );
}

type FormProps = LineProps & { close: () => void };

/** What is typed of an event. `input`: empty as it is, `none`, or as another event has it. */
type Typed = { title: string; confirm: string; input: string; bulk: boolean };

function EventForm({ compiled, id, event, close }: FormProps) {
  const words = useWords(routeWords);
  const draft = useWords(draftWords);
  const { cycle } = useOpenDraft();
  const field = useId();
  const [typed, setTyped] = useUnsent<Typed>('typed', {
    ...{ title: event.title, confirm: event.confirm ?? '', input: '', bulk: event.bulk === true },
  });
  const [hasFailed, setFailed] = useState(false);
  const change = (patch: Partial<Typed>) => setTyped((before) => ({ ...before, ...patch }));
  const patch = patchOf(compiled, event, typed);
  const isMeant = typed.title.trim() !== '' && Object.keys(patch).length > 0;
  return (
    <ChangeForm
      label={`${draft.change} ${event.title}`}
      changes={
        isMeant ? [{ kind: 'changeEvent', cycle, route: compiled.definition.id, event: id, patch }] : null
      }
      onWrong={() => {
        setFailed(true);
        focusField(`${field}-title`);
      }}
      close={close}
    >
      <LineField
        name={`${field}-title`}
        label={words.eventTitle}
        value={typed.title}
        error={hasFailed && !isMeant ? draft.unchanged : undefined}
        size="middle"
        autoComplete="off"
        maxLength={40}
        onChange={(title) => change({ title })}
      />
      <div className="line">
        <label htmlFor={`${field}-confirm`}>{words.confirm}</label>
        <Input.TextArea
          id={`${field}-confirm`}
          value={typed.confirm}
          maxLength={1000}
          autoSize={{ minRows: 1, maxRows: 6 }}
          onChange={({ target }) => change({ confirm: target.value })}
        />
      </div>
      <ChoiceField
        label={words.input}
        value={typed.input}
        onChange={(input) => change({ input })}
        options={[
          { value: '', label: words.inputAsIs },
          { value: 'none', label: words.inputNone },
          ...Object.entries(compiled.definition.events)
            .filter(([other, { input }]) => other !== id && input !== undefined)
            .map(([other, { title }]) => ({ value: `as ${other}`, label: words.inputAs(title) })),
        ]}
      />
      {!event.batch && (
        <Checkbox checked={typed.bulk} onChange={({ target }) => change({ bulk: target.checked })}>
          {words.bulk}
        </Checkbox>
      )}
    </ChangeForm>
  );
}

function patchOf({ definition }: CompiledRoute, event: EventDefinition, typed: Typed): JsonObject {
  const [title, confirm] = [typed.title.trim(), typed.confirm.trim()];
  const model = definition.events[typed.input.slice('as '.length)]?.input;
  return {
    ...(title !== event.title && { title }),
    ...(confirm !== (event.confirm ?? '') && { confirm: confirm === '' ? null : confirm }),
    ...(typed.input === 'none' && { input: null }),
    ...(typed.input.startsWith('as ') && model && { input: model as unknown as Json }),
    ...(typed.bulk !== (event.bulk === true) && { bulk: typed.bulk || null }),
  };
}
