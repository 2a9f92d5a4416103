import type { Change } from '#core/change/index.ts';
import type { CodeList } from '#core/model/index.ts';

/** A code as it is typed in; days are empty where there is none. */
export type NewCode = { code: string; title: string; validFrom: string };
type CodeEnd = { until: string; successor: string };

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (text: string): boolean => {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

type Wrong<V> = { [Name in keyof V]?: 'missing' | 'wrongCode' | 'takenCode' | 'noDate' };

/** What keeps a new code from being added, by field. */
export function wrongCode({ entries }: CodeList, { code, title, validFrom }: NewCode): Wrong<NewCode> {
  const isTaken = entries.some((entry) => entry.code === code.trim());
  return {
    ...(!CODE.test(code.trim()) && { code: 'wrongCode' as const }),
    ...(isTaken && { code: 'takenCode' as const }),
    ...(title.trim() === '' && { title: 'missing' as const }),
    ...(validFrom.trim() !== '' && !isDay(validFrom.trim()) && { validFrom: 'noDate' as const }),
  };
}

/** What keeps a code from being ended, by field. */
export const wrongEnd = ({ until }: CodeEnd): Wrong<CodeEnd> =>
  isDay(until.trim()) ? {} : { until: 'noDate' };

/** The change that adds a code behind the others. */
export function codeAdded(list: CodeList, cycle: string, { code, title, validFrom }: NewCode): Change {
  const day = validFrom.trim();
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
  ...{ list: list.id, code, until: until.trim(), cycle },
  ...(successor !== '' && { successor }),
});
