import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { fieldsInOrder } from '#core/form/index.ts';
import type { FieldSchema, UiHints } from '#core/model/index.ts';
import type { FieldState } from '../store/live.ts';
import { reading, type Widget, widgetFor } from '../widgets/index.ts';
import { choicesOf, type Lists, suggestionsOf } from './choices.ts';

type PresentOptions = {
  lists: Lists;
  ui: UiHints;
  /** How the field at a pointer inside the record stands now. */
  state: (pointer: string, listed: boolean) => FieldState;
  /** A field's value as text, for what is read and not written; undefined where no pointer leads to it. */
  written: (pointer: string, schema: FieldSchema) => string | undefined;
  mayWrite: (pointer: string) => boolean;
  /** How many items the list at a pointer holds. */
  count: (pointer: string) => number;
  /** An item that was only just added: nothing is known of its conditions yet. */
  isNew?: boolean;
};

/** A schema with its hints, as RJSF draws it. */
export type Presented = { schema: RJSFSchema; uiSchema: UiSchema };

/**
 * The schema that RJSF draws: titles and types alone, hidden fields left out, and beside it what each field
 * looks like. It validates nothing; validation is the core's, on the definition itself.
 */
export function present(schema: FieldSchema, options: PresentOptions): Presented {
  return presentObject(schema, '', options);
}

function presentObject(schema: FieldSchema, at: string, options: PresentOptions): Presented {
  const fields = fieldsInOrder(schema, options.ui[at]?.order).flatMap(([key, field]) => {
    const pointer = `${at}/${key}`;
    const state = options.state(pointer, schema.required?.includes(key) ?? false);
    if (!state.visible || (options.isNew && field.visibleWhen !== undefined)) return [];
    return [{ key, required: state.required, ...presentField(field, pointer, options, state) }];
  });
  return {
    schema: {
      type: 'object',
      title: schema.title,
      properties: Object.fromEntries(fields.map(({ key, schema: property }) => [key, property])),
      required: fields.filter(({ required }) => required).map(({ key }) => key),
    },
    uiSchema: {
      ...Object.fromEntries(fields.map(({ key, uiSchema }) => [key, uiSchema])),
      'ui:order': fields.map(({ key }) => key),
      'ui:options': { ...layoutOf(schema, at, options), label: false },
    },
  };
}

function presentField(
  schema: FieldSchema,
  at: string,
  options: PresentOptions,
  state: FieldState,
): Presented {
  if (schema.type === 'object' && !schema.derive) return presentObject(schema, at, options);
  const widget = widgetFor(schema, options.ui[at]?.widget);
  if (schema.type === 'array' && widget.name !== 'checkboxes' && !schema.derive) {
    return presentList(schema, at, options, state);
  }
  return presentLeaf(schema, at, options, widget, state);
}

function presentLeaf(
  schema: FieldSchema,
  at: string,
  options: PresentOptions,
  widget: Widget,
  state: FieldState,
): Presented {
  const hint = options.ui[at];
  const readOnly = state.readOnly || !options.mayWrite(at);
  const text = schema.derive || (readOnly && !widget.showsItself) ? options.written(at, schema) : undefined;
  const shown = text === undefined ? widget : reading;
  return {
    schema: {
      type: schema.type === 'array' ? 'array' : plainType(schema),
      title: schema.title ?? lastKey(at),
      ...listItems(schema),
    },
    uiSchema: {
      'ui:widget': shown.name,
      'ui:readonly': readOnly,
      'ui:options': {
        ...layoutOf(schema, at, options, widget),
        group: shown.group,
        labelled: shown.labelled,
        choices: choicesOf(schema, options.lists, state.options),
        suggestions: suggestionsOf(schema, options.lists),
        none: schema.none,
        words: schema.words,
        type: schema.type,
        format: schema.format,
        number: schema.number,
        ...(typeof hint?.rows === 'number' && { rows: hint.rows }),
        suffix: hint?.suffix,
        standIn: hint?.placeholder,
        autofill: hint?.autocomplete,
        for: hint?.for,
        maxLength: schema.maxLength,
        timeZone: schema.format === undefined ? undefined : options.lists.timeZone,
        text,
      },
    },
  };
}

/** Records inside a record: each item is drawn as a small group, as it stands now. */
function presentList(schema: FieldSchema, at: string, options: PresentOptions, state: FieldState): Presented {
  const writable = options.mayWrite(at) && !state.readOnly;
  const inside = { ...options, mayWrite: () => writable };
  const chosen = state.options === undefined ? OPEN : { ...OPEN, options: state.options };
  const item = (key: string | number, more: Partial<PresentOptions>) =>
    presentField({ type: 'string', ...schema.items }, `${at}/${key}`, { ...inside, ...more }, chosen);
  const items = item('*', { isNew: true });
  const each = Array.from({ length: options.count(at) }, (_, index) =>
    item(index, { ui: hintsAt(options.ui, `${at}/*`, `${at}/${index}`) }),
  );
  return {
    schema: {
      type: 'array',
      title: schema.title ?? lastKey(at),
      items: schema.items?.title === undefined ? unnamed(items.schema) : items.schema,
      maxItems: schema.maxItems,
    },
    uiSchema: {
      items: items.uiSchema,
      each: schema.items?.title === undefined ? each.map(unnamedOf) : each,
      'ui:readonly': !writable,
      'ui:options': {
        ...layoutOf(schema, at, options),
        group: true,
        addable: writable,
        removable: writable,
        orderable: writable,
      },
    },
  };
}

/** RJSF calls the entries by the list and their number. */
const unnamed = ({ title: _title, ...schema }: RJSFSchema): RJSFSchema => schema;

const unnamedOf = ({ schema, uiSchema }: Presented): Presented => ({ schema: unnamed(schema), uiSchema });

/** The hints of the fields of any item, as those of one. */
function hintsAt(ui: UiHints, every: string, one: string): UiHints {
  const inside = Object.entries(ui).filter(([at]) => at === every || at.startsWith(`${every}/`));
  return Object.fromEntries(inside.map(([at, hint]) => [one + at.slice(every.length), hint]));
}

const OPEN: FieldState = { visible: true, required: false, readOnly: false };

/** Which of RJSF's fields renders it. A number is text to RJSF: our widget reads it, and a half-typed one is passed as it is. */
const plainType = (schema: FieldSchema): 'boolean' | 'string' =>
  schema.type === 'boolean' ? 'boolean' : 'string';

const listItems = (schema: FieldSchema) =>
  schema.type === 'array' ? { items: { type: 'string' as const } } : {};

function layoutOf(schema: FieldSchema, at: string, { ui }: PresentOptions, widget?: Widget) {
  const hint = ui[at];
  const wide = schema.type === 'object' || schema.type === 'array' || widget?.name === 'textarea';
  return {
    span: hint?.span ?? (wide ? 24 : 12),
    note: hint?.help ?? schema.description,
    ...(schema.title !== undefined && { title: schema.title }),
  };
}

const lastKey = (pointer: string): string => pointer.split('/').at(-1) ?? '';
