import type { RegistryWidgetsType, WidgetProps as RjsfWidgetProps } from '@rjsf/utils';
import type { ComponentType } from 'react';
import { isObject } from '#core/json/index.ts';
import type { FieldSchema, Json } from '#core/model/index.ts';
import { type Choice, type WidgetOptions, type WidgetProps, widgets } from '../widgets/index.ts';
import { useProblems } from './fields.tsx';

/** Adapts RJSF's widget contract to ours. */
const adapt = (Component: ComponentType<WidgetProps>) =>
  function Adapted({ id, label, value, onChange, readonly, disabled, required, options }: RjsfWidgetProps) {
    const invalid = useProblems(id).some(({ severity, code }) => severity === 'block' && code !== 'required');
    return (
      <Component
        id={id}
        label={label}
        value={value as Json | undefined}
        onChange={onChange}
        readOnly={Boolean(readonly || disabled)}
        required={Boolean(required)}
        invalid={invalid}
        options={optionsOf(options)}
      />
    );
  };

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const count = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const optionsOf = (options: RjsfWidgetProps['options']): WidgetOptions => ({
  choices: Array.isArray(options.choices) ? (options.choices as Choice[]) : undefined,
  ...(typeof options.none === 'string' && { none: options.none }),
  ...(isObject(options.words) && { words: options.words as Record<string, string> }),
  ...(typeof options.format === 'string' && { format: options.format }),
  ...(typeof options.number === 'string' && { number: options.number }),
  ...(typeof options.type === 'string' && { type: options.type as NonNullable<FieldSchema['type']> }),
  suggestions: Array.isArray(options.suggestions) ? (options.suggestions as string[]) : undefined,
  rows: count(options.rows),
  suffix: text(options.suffix),
  standIn: text(options.standIn),
  autofill: text(options.autofill),
  maxLength: count(options.maxLength),
  timeZone: text(options.timeZone),
  for: text(options.for),
  text: text(options.text),
});

/** Our widgets as RJSF's registry wants them, by name. */
export const rjsfWidgets: RegistryWidgetsType = Object.fromEntries(
  widgets.map(({ name, component }) => [name, adapt(component)]),
);
