import type { FieldSchema } from '#core/model/index.ts';
import { checkbox } from './checkbox.tsx';
import { checkboxes } from './checkboxes.tsx';
import { date, dateTime, month, time } from './date.tsx';
import { number } from './number.tsx';
import { organisation } from './organisation.tsx';
import { password } from './password.tsx';
import { radio } from './radio.tsx';
import { dateRange, monthRange } from './range.tsx';
import { reading } from './reading.tsx';
import { select } from './select.tsx';
import { text } from './text.tsx';
import { textarea } from './textarea.tsx';
import type { Widget } from './widget.ts';

/** Every widget; where a definition names none, the first that fits is taken. */
export const widgets: readonly Widget[] = [
  reading,
  checkboxes,
  radio,
  select,
  checkbox,
  number,
  date,
  month,
  time,
  dateTime,
  dateRange,
  monthRange,
  organisation,
  password,
  textarea,
  text,
];

/** The widget that a definition names, or the first that fits the schema. A derived field is always shown as computed. */
export function widgetFor(schema: FieldSchema, named?: string): Widget {
  if (reading.fits(schema)) return reading;
  const byName = widgets.find(({ name }) => name === named);
  return byName ?? widgets.find(({ fits }) => fits(schema)) ?? text;
}

export type { Choice, Widget, WidgetOptions, WidgetProps } from './widget.ts';
export { reading };
