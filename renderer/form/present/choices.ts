import { validEntries } from '#core/compile/index.ts';
import { type OwnChoice, ownChoices } from '#core/form/index.ts';
import type { CodeList, FieldSchema } from '#core/model/index.ts';
import type { Offered } from '../store/live.ts';
import type { Choice } from '../widgets/index.ts';

/** The code lists of an edition, the day on which their entries must be valid, and what has ended since. */
type CodeLists = {
  codes: Record<string, CodeList>;
  asOf: string;
  ended?: Record<string, string[]> | undefined;
};

/** What fields read of an edition: its lists, and the zone whose clocks are meant. */
export type Lists = CodeLists & { timeZone: string };

/** What a field offers, of its list or its own, narrowed to `offered`; the word for "none" at the end. */
export function choicesOf(
  schema: FieldSchema,
  lists: CodeLists,
  offered?: readonly Offered[],
): Choice[] | undefined {
  const source = schema.type === 'array' ? schema.items : schema;
  const own = source && ownChoices(source);
  if (source === undefined || (!source.code && !own)) return undefined;
  const all = source.code ? fromList(source.code, lists) : (own ?? []).flatMap(choice);
  const listed = offered ? all.flatMap((one) => narrowed(one, offered)) : all;
  const choices = source.const === undefined ? listed : listed.filter(({ value }) => value === source.const);
  const { none } = source;
  const word = (value: string) => source.words?.[value] ?? value;
  if (none === undefined || choices.some(({ value }) => value === none)) return choices;
  return [...choices, { value: none, label: word(none) }];
}

/** What is proposed to whoever writes: the field's own examples, then the titles of its list. */
export function suggestionsOf({ examples = [], suggest }: FieldSchema, lists: CodeLists): string[] {
  const titles = suggest === undefined ? [] : fromList(suggest, lists).map(({ label }) => label);
  return [...new Set([...examples, ...titles])];
}

/** A choice that is offered here, with what stands against it; none where it is not. */
function narrowed(one: Choice, offered: readonly Offered[]): Choice[] {
  const found = offered.find(({ value }) => value === one.value);
  if (found === undefined) return [];
  return [found.reason === undefined ? one : { ...one, reason: found.reason }];
}

function fromList(code: string, { codes, asOf, ended }: CodeLists): Choice[] {
  const list = codes[code];
  if (list === undefined) return [];
  const gone = ended?.[code] ?? [];
  return validEntries(list, asOf)
    .filter((entry) => !gone.includes(entry.code))
    .map(({ code: value, title }) => ({ value, label: title }));
}

const choice = ({ value, title }: OwnChoice): Choice[] =>
  value === null || typeof value === 'object' ? [] : [{ value, label: title }];
