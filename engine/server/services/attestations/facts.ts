import { textOf, writerOf } from '#core/evaluate/index.ts';
import { answerNamed } from '#core/form/index.ts';
import { valuesAt } from '#core/json/index.ts';
import type { CompiledCategory, CompiledEdition, JsonObject, SheetDefinition } from '#core/model/index.ts';
import { comparisonKey } from '#core/text/index.ts';
import type { Services } from '#server/services/ground/index.ts';

/** What a print says of the facts that have to be known of it, as it says them; '' where it says nothing. */
export function factTexts(
  edition: CompiledEdition,
  { sections }: CompiledCategory,
  { attest }: SheetDefinition,
  answers: JsonObject,
): string[] {
  const writer = writerOf(edition);
  return (attest?.by ?? []).map(({ at }) => {
    const named = answerNamed(sections, at);
    if (named === undefined) return '';
    const texts = valuesAt(answers, named.segments).map((value) => textOf(named.field, value, writer));
    return texts.filter((text) => text !== '').join(writer.words.separator);
  });
}

/** Hashes of facts that nobody can try out without the installation's key; widths and blanks do not count. */
export const factHashes = ({ secrets }: Services, code: string, texts: string[]): string[] =>
  texts.map((text, index) =>
    secrets.hashOf(`attest/${code}/${index}`, comparisonKey(text).replace(/\s/g, '')),
  );
