import type { ReactNode } from 'react';
import { formWords, useWords } from '#renderer/locales/index.ts';
import type { Choice, WidgetProps } from './widget.ts';

type Refused = Pick<WidgetProps, 'id' | 'options'>;

/** The choices of a group as antd draws them: one that cannot be made is grey, and the reason stands beside it. */
export function groupChoices({ id, options: { choices } }: Refused): Drawn[] | undefined {
  return choices?.map(({ value, label, reason }, index) => ({
    value,
    disabled: reason !== undefined,
    label: <Label label={label} reason={reason} id={reasonId(id, index)} />,
  }));
}

type Drawn = { value: Choice['value']; label: ReactNode; disabled: boolean };

/** A choice with the reason why it cannot be made. */
export function Label({ label, reason, id }: { label: string; reason?: string | undefined; id?: string }) {
  if (reason === undefined) return label;
  return (
    <>
      {label}{' '}
      <span id={id} className="reason">
        {reason}
      </span>
    </>
  );
}

const reasonId = (id: string, index: number): string => `${id}~reason${index}`;

/** The reasons of a group, for assistive technology: what cannot be chosen takes no focus by itself. */
export function reasonIds({ id, options: { choices = [] } }: Refused): string {
  return choices
    .flatMap(({ reason }, index) => (reason === undefined ? [] : [reasonId(id, index)]))
    .join(' ');
}

/** The reasons against entries of a list that is only open at times, where they can be read at any time. */
export function Reasons({ of, choices }: { of: string; choices: readonly Choice[] }) {
  const words = useWords(formWords);
  const refused = choices.filter(({ reason }) => reason !== undefined);
  if (refused.length === 0) return null;
  return (
    <ul className="reasons-against quiet" id={`${of}~reasons`}>
      {refused.map(({ value, label, reason }) => (
        <li key={String(value)}>{words.reasonAgainst(label, reason ?? '')}</li>
      ))}
    </ul>
  );
}
