import type { FieldTemplateProps } from '@rjsf/utils';
import { getUiOptions } from '@rjsf/utils';
import { type FocusEvent, useState } from 'react';
import { isFilled } from '#core/evaluate/index.ts';
import type { Json } from '#core/model/index.ts';
import { RequiredMark, useAfterPointerUp } from '#renderer/frame/index.ts';
import { SlotsAt } from '../slot/SlotsAt.tsx';
import { isMerelyMissing, useFields, useProblems } from './fields.tsx';
import { Message } from './Message.tsx';
import { Why } from './Why.tsx';

/** One field: its label, why it is asked, the input, a hint, and what is wrong with it. */
export function Field(props: FieldTemplateProps) {
  if (props.schema.type === 'object') return props.children;
  return <Leaf {...props} />;
}

function Leaf({ id, label, required, readonly, children, uiSchema, formData }: FieldTemplateProps) {
  const fields = useFields();
  const problems = useProblems(id);
  const afterPointerUp = useAfterPointerUp();
  const [touched, setTouched] = useState(false);
  const [entered, setEntered] = useState(false);
  const options = getUiOptions(uiSchema);
  const pointer = id.slice(fields.anchor.length);
  const stands = readonly === true || isFilled(formData as Json | undefined);
  // Nothing is wrong with an answer before its field was left; what was wrong from the beginning is said at once.
  const shown = problems.filter(
    (problem) => fields.revealed || touched || (!entered && stands && !isMerelyMissing(problem)),
  );
  const enter = () => {
    if (shown.length > 0) setTouched(true);
    setEntered(true);
  };
  const why = fields.explain && fields.hasReason?.(pointer) && (
    <Why label={label} reasons={async () => (await fields.explain?.(pointer)) ?? []} />
  );
  const leave = (event: FocusEvent) => {
    if (!staysInside(event)) afterPointerUp(() => setTouched(true));
  };
  const state = shown.some(({ severity }) => severity === 'block') ? 'field wrong' : 'field';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: blur rises from the inputs inside; the box itself takes none
    <div className={state} onFocus={enter} onBlur={leave}>
      {!options.labelled && (
        <div className="field-label">
          <Label
            id={id}
            label={label}
            group={Boolean(options.group)}
            required={Boolean(required) && !readonly}
          />
          {why}
        </div>
      )}
      <div className="field-input">
        {children}
        {options.labelled && why}
        <SlotsAt pointer={pointer} />
      </div>
      <div className="field-note" id={`${id}~note`}>
        {typeof options.note === 'string' && <span className="quiet">{options.note}</span>}
        {shown.map((problem) => (
          <Message key={`${problem.code}${problem.rule ?? ''}`} problem={problem} />
        ))}
      </div>
    </div>
  );
}

/**
 * Whether the focus goes on to another part of the same answer: the end of a range, the next choice, a calendar. A
 * button that Tab reaches, such as the one that says there is none, comes after the answer: what was typed is handed
 * over by then, and what is wrong with it must be said.
 */
function staysInside({ currentTarget, relatedTarget }: FocusEvent): boolean {
  if (!(relatedTarget instanceof Element) || !currentTarget.contains(relatedTarget)) return false;
  return !relatedTarget.matches('button:not([tabindex="-1"])');
}

type LabelProps = { id: string; label: string; group: boolean; required: boolean };

function Label({ id, label, group, required }: LabelProps) {
  const content = (
    <>
      {label}
      {required && '\u2060'}
      {required && <RequiredMark />}
    </>
  );
  return group ? (
    <span id={`${id}~label`}>{content}</span>
  ) : (
    <label id={`${id}~label`} htmlFor={id}>
      {content}
    </label>
  );
}
