import type { DraftView } from '#core/model/wire/index.ts';
import type { DraftChange } from '#server/store/index.ts';

/** A line of the list as people read it; `names` of accounts by id. */
export function lineOf(
  line: DraftChange,
  language: string,
  names: ReadonlyMap<string, string>,
): DraftView['changes'][number] {
  const { number, act, kind, parameters, sentences, at, by, why, undoes, undoneBy } = line;
  const sentence = sentences[language] ?? Object.values(sentences)[0] ?? kind;
  return {
    number,
    act,
    kind,
    parameters,
    sentence,
    at,
    by: names.get(by ?? '') ?? '',
    why,
    undoes,
    undoneBy,
  };
}
