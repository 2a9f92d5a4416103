import type { FieldSchema, JsonObject } from '#core/model/index.ts';

/** What an officer may ask for, in the order in which it is offered. */
export const FIELD_KINDS = [
  ...(['line', 'paragraph', 'amount', 'day', 'monthOfYear', 'span', 'yesOrNo'] as const),
  ...(['oneOf', 'someOf', 'unitOf', 'computed', 'group'] as const),
];
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field as the language writes it, and how it is drawn. */
type Written = { schema: JsonObject; ui?: JsonObject };

/** What a kind needs to know besides its title. */
type KindChoices = {
  /** The code list of choices; empty where they are typed in. */
  list: string;
  /** Choices, one a line. */
  choices: string;
  /** What is computed from: pointers of the section's fields. */
  sources: string[];
  /** Where the answers of the record stand for logic. */
  base: string;
};

const LONGEST_LINE = 100;
const LONGEST_PARAGRAPH = 1000;

const WRITTEN: Record<FieldKind, (choices: KindChoices) => Written> = {
  line: () => ({ schema: { type: 'string', maxLength: LONGEST_LINE } }),
  paragraph: () => ({ schema: { type: 'string', maxLength: LONGEST_PARAGRAPH }, ui: { widget: 'textarea' } }),
  amount: () => ({ schema: { type: 'number', minimum: 0 } }),
  day: () => ({ schema: { type: 'string', format: 'date' } }),
  monthOfYear: () => ({ schema: { type: 'string', format: 'month' } }),
  span: () => ({ schema: { type: 'string', format: 'date-range' } }),
  yesOrNo: () => ({ schema: { type: 'boolean' }, ui: { widget: 'radio' } }),
  oneOf: (choices) => ({ schema: { type: 'string', ...chosenFrom(choices) } }),
  someOf: (choices) => ({
    schema: { type: 'array', uniqueItems: true, items: { type: 'string', ...chosenFrom(choices) } },
    ui: { widget: 'checkboxes' },
  }),
  unitOf: () => ({ schema: { type: 'string' }, ui: { widget: 'organisation' } }),
  computed: ({ sources, base }) => ({
    schema: { type: 'number', derive: { '+': sources.map((field) => ({ var: `${base}.${field}` })) } },
  }),
  group: () => ({ schema: { type: 'object', properties: {} } }),
};

/** The field of a kind without its title. */
export const writtenOf = (kind: FieldKind, choices: KindChoices): Written => WRITTEN[kind](choices);

/** Choices that are typed in, one a line; each once. */
export const choiceLines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

function chosenFrom({ list, choices }: KindChoices): JsonObject {
  if (list !== '') return { code: list };
  return { oneOf: choiceLines(choices).map((title) => ({ const: title, title })) };
}

const BY_FORMAT: Readonly<Record<string, FieldKind>> = {
  date: 'day',
  month: 'monthOfYear',
  'date-range': 'span',
  'month-range': 'span',
};

/** Of which kind a field is that stands there already. */
export function kindOf(schema: FieldSchema, widget?: unknown): FieldKind {
  const { type, format, derive, code } = schema;
  if (derive !== undefined) return 'computed';
  if (type === 'object') return 'group';
  if (type === 'array') return schema.items?.type === 'object' ? 'group' : 'someOf';
  if (type === 'boolean') return 'yesOrNo';
  if (type === 'number' || type === 'integer') return 'amount';
  if (widget === 'organisation') return 'unitOf';
  if (code !== undefined || schema.oneOf || schema.enum) return 'oneOf';
  return BY_FORMAT[format ?? ''] ?? (isLong(schema, widget) ? 'paragraph' : 'line');
}

const isLong = ({ maxLength }: FieldSchema, widget: unknown): boolean =>
  widget === 'textarea' || (widget === undefined && (maxLength ?? 0) > 2 * LONGEST_LINE);
