import type { Finding } from './context.ts';

/** One finding for every id that an earlier one of the list has already. */
export function duplicates(
  ids: string[],
  at: (index: number) => string,
  sentence?: Finding['sentence'],
): Finding[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [{ at: at(index), params: { id }, ...(sentence === undefined ? {} : { sentence }) }]
      : [],
  );
}
