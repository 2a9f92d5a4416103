import type { ComponentType } from 'react';
import type { FieldSchema, Json } from '#core/model/index.ts';

/** A value that may be chosen. */
export type Choice = {
  value: string | number | boolean;
  label: string;
  /** Why it cannot be made: it is shown and not taken. */
  reason?: string;
};

/** What a widget may be told besides its value. */
/** `none`: the word that answers "there is none"; `words`: what is shown for it. */
export type WidgetOptions = Pick<FieldSchema, 'type' | 'format' | 'none' | 'number' | 'words'> & {
  choices?: Choice[] | undefined;
  /** Texts that are proposed to whoever writes. */
  suggestions?: readonly string[] | undefined;
  rows?: number | undefined;
  suffix?: string | undefined;
  /** What holds while nothing is written. */
  standIn?: string | undefined;
  /** What the browser may fill in from what its owner has let it remember. */
  autofill?: string | undefined;
  maxLength?: number | undefined;
  /** In which a date and time is read and written. */
  timeZone?: string | undefined;
  /** What the organisation picker is for: an account form. */
  for?: string | undefined;
  /** What a field that is read says, as text. */
  text?: string | undefined;
};

/** What every widget is given. It keeps what is typed and calls `onChange` on a pause or on leaving. */
export type WidgetProps = {
  id: string;
  label: string;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  readOnly: boolean;
  required: boolean;
  invalid: boolean;
  options: WidgetOptions;
};

/** One way of drawing a field: `fits` says for which schemas it is taken when the definition names none. */
export type Widget = {
  name: string;
  component: ComponentType<WidgetProps>;
  fits: (schema: FieldSchema) => boolean;
  /** Several controls: the label names the group, not one input. */
  group?: boolean;
  /** Draws its label beside the control: none stands above it. */
  labelled?: boolean;
  /** Also drawn for who may only read it: it shows its value better than text. */
  showsItself?: boolean;
};

/** What ties an input to its label and its message. */
export const described = (props: WidgetProps) => ({
  id: props.id,
  'aria-describedby': `${props.id}~note`,
  'aria-invalid': props.invalid || undefined,
  'aria-required': props.required || undefined,
});
