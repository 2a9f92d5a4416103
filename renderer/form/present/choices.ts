import { validEntries } from '#core/compile/index.ts';
import { type OwnChoice, ownChoices } from '#core/form/index.ts';
import type { CodeList, FieldSchema } from '#core/model/index.ts';
import type { Choice } from '../widgets/index.ts';

/** The code lists of an edition, the day on which their entries must be valid, and what has ended since. */
type CodeLists = {
  codes: Record<string, CodeList>;
  asOf: string;
  ended?: Record<string, string[]> | undefined;
};

/** What fields read of an edition: its lists, and the zone whose clocks are meant. */
export type Lists = CodeLists & { timeZone: string };

/** What a field offers: its list narrowed to `offered`, or its own; the word for "none" at the end. */
export function choicesOf(
  schema: FieldSchema,
  lists: CodeLists,
  offered?: readonly string[],
): Choice[] | undefined {
  const source = schema.type === 'array' ? schema.items : schema;
  const own = source && ownChoices(source);
  if (source === undefined || (!source.code && !own)) return undefined;
  const listed = source.code ? fromList(source.code, lists, offered) : (own ?? []).flatMap(choice);
  const choices = source.const === undefined ? listed : listed.filter(({ value }) => value === source.const);
  const { none } = source;
  if (none === undefined || choices.some(({ value }) => value === none)) return choices;
  return [...choices, { value: none, label: none }];
}

/** What is proposed to whoever writes: the field's own examples, then the titles of its list. */
export function suggestionsOf({ examples = [], suggest }: FieldSchema, lists: CodeLists): string[] {
  const titles = suggest === undefined ? [] : fromList(suggest, lists).map(({ label }) => label);
  return [...new Set([...examples, ...titles])];
}

function fromList(code: string, { codes, asOf, ended }: CodeLists, offered?: readonly string[]): Choice[] {
  const list = codes[code];
  if (list === undefined) return [];
  const kept = offered
    ? list.entries.filter((entry) => offered.includes(entry.code))
    : validEntries(list, asOf);
  const gone = ended?.[code] ?? [];
  return kept
    .filter((entry) => !gone.includes(entry.code))
    .map(({ code: value, title }) => ({ value, label: title }));
}

const choice = ({ value, title }: OwnChoice): Choice[] =>
  value === null || typeof value === 'object' ? [] : [{ value, label: title }];
