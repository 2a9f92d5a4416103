import type { AccountBinding, JsonObject, Normalisation } from '#core/model/index.ts';
import { cleanLine, comparisonKey, identifierKey, withoutLookalikes } from '#core/text/index.ts';
import { textAt } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import { DuplicateError, type Tx, uniqueValues } from '#server/store/index.ts';

/** Each value that only one account may hold; whoever claims it second gets the definition's sentence. */
export async function claimUnique(
  services: Services,
  tx: Tx,
  { binding, sections }: { binding: AccountBinding; sections: JsonObject },
  caseId: string,
): Promise<void> {
  for (const { id, at, normalise, message } of binding.unique ?? []) {
    const value = normalised(textAt(sections, at), normalise);
    if (value === '') continue;
    try {
      await uniqueValues.claim(tx, { binding: id, hash: services.secrets.hashOf(id, value), caseId });
    } catch (error) {
      if (error instanceof DuplicateError) throw new Failure('conflict', 'unique-taken', { message });
      throw error;
    }
  }
}

const NORMALISE: Record<Normalisation, (text: string) => string> = {
  trim: (text) => cleanLine(text.normalize('NFKC')),
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  identifier: identifierKey,
  lookalikes: withoutLookalikes,
};

const normalised = (text: string, steps: readonly Normalisation[] | undefined): string =>
  steps === undefined ? comparisonKey(text) : steps.reduce((value, step) => NORMALISE[step](value), text);
