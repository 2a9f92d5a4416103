import type { FieldSchema } from '#core/model/index.ts';

/** How a field may be drawn: the schema types that it fits, and its own options besides `width`, `span` and `help`. */
type Widget = {
  readonly name: string;
  readonly types: readonly NonNullable<FieldSchema['type']>[];
  readonly options: readonly string[];
};

const list: readonly Widget[] = [
  { name: 'text', types: ['string', 'number', 'integer'], options: ['autocomplete'] },
  { name: 'textarea', types: ['string'], options: ['rows'] },
  { name: 'password', types: ['string'], options: [] },
  { name: 'number', types: ['number', 'integer', 'string'], options: ['suffix'] },
  { name: 'select', types: ['string', 'number', 'integer', 'array'], options: [] },
  { name: 'radio', types: ['string', 'number', 'integer', 'boolean'], options: [] },
  { name: 'checkbox', types: ['boolean'], options: [] },
  { name: 'checkboxes', types: ['array'], options: [] },
  { name: 'date', types: ['string'], options: [] },
  { name: 'month', types: ['string'], options: [] },
  { name: 'time', types: ['string'], options: [] },
  { name: 'dateTime', types: ['string'], options: [] },
  { name: 'dateRange', types: ['string'], options: [] },
  { name: 'monthRange', types: ['string'], options: [] },
  { name: 'organisation', types: ['string'], options: [] },
];

/** Every widget of the language, by name. */
export const widgets: ReadonlyMap<string, Widget> = new Map(list.map((widget) => [widget.name, widget]));
