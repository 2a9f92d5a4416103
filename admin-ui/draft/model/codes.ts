import type { Change } from '#core/change/index.ts';
import type { CodeList } from '#core/model/index.ts';
import { readDay } from '#core/vocabulary/index.ts';

/** A code as it is typed in; days are empty where there is none. */
export type NewCode = { code: string; title: string; validFrom: string };
type CodeEnd = { until: string; successor: string };

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u;

/** A day in any way in which people and spreadsheets write one, as it is stored; what is none stays as it is. */
export const asDay = (text: string): string => readDay(text) ?? text.trim();

const isDay = (text: string): boolean => readDay(text) !== null;

type Wrong<V> = { [Name in keyof V]?: 'missing' | 'wrongCode' | 'takenCode' | 'noDate' };

/** What keeps a new code from being added, by field. */
export function wrongCode({ entries }: CodeList, { code, title, validFrom }: NewCode): Wrong<NewCode> {
  const isTaken = entries.some((entry) => entry.code === code.trim());
  return {
    ...(!CODE.test(code.trim()) && { code: 'wrongCode' as const }),
    ...(isTaken && { code: 'takenCode' as const }),
    ...(title.trim() === '' && { title: 'missing' as const }),
    ...(validFrom.trim() !== '' && !isDay(validFrom) && { validFrom: 'noDate' as const }),
  };
}

/** What keeps a code from being ended, by field. */
export const wrongEnd = ({ until }: CodeEnd): Wrong<CodeEnd> => (isDay(until) ? {} : { until: 'noDate' });

/** The change that adds a code behind the others. */
export function codeAdded(list: CodeList, cycle: string, { code, title, validFrom }: NewCode): Change {
  const day = asDay(validFrom);
  const element = { title: title.trim(), ...(day !== '' && { validFrom: day }) };
  const last = list.entries.at(-1);
  return {
    kind: 'addCode',
    ...{ list: list.id, code: code.trim(), element, cycle },
    ...(last && { after: last.code }),
  };
}

/** The change that ends a code with a day, that day included. */
export const codeEnded = (
  list: CodeList,
  cycle: string,
  code: string,
  { until, successor }: CodeEnd,
): Change => ({
  kind: 'endCode',
  ...{ list: list.id, code, until: asDay(until), cycle },
  ...(successor !== '' && { successor }),
});
