import { atNoSection } from '#core/evaluate/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';
import { PRINT_TRIES } from '#server/print/index.ts';
import { attest } from '#server/services/attestations/index.ts';
import { answersOf, type LoadedCase } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import type { Tx } from '#server/store/index.ts';
import type { Papers } from '../frozen/packed.ts';
import { isAvailable } from './open-sheet.ts';
import { paperOf } from './print-opened.ts';
import { optionsOf } from './render-case.ts';

/** A print that is to be made of a case, with the code that it carries. */
export type Prepared = { sheet: SheetDefinition; code: string | null; papers: Papers };

/**
 * All that is needed to print a sheet of a case as it is in this transaction, whenever that is done, for everybody who may
 * see the sheet. Undefined where the case has no such sheet now.
 */
export async function preparePrint(
  services: Services,
  tx: Tx,
  loaded: LoadedCase,
  id: string,
): Promise<Prepared | undefined> {
  const sheet = loaded.edition.sheets[id];
  const answers = await answersOf(services, tx, loaded);
  if (!sheet || !isAvailable(loaded, sheet, atNoSection(answers.resolved))) return undefined;
  const opened = { ...answers, loaded, sheet };
  const mark = await attest(services, tx, { loaded, sheet, answers });
  const options = { ...(await optionsOf(services, tx, opened)), mark };
  const tries = sheet.fit && sheet.pages ? PRINT_TRIES : 1;
  const papers = Array.from({ length: tries }, (_, spare) => paperOf(opened, options, spare));
  return {
    sheet,
    code: mark?.code ?? null,
    papers: { pages: tries > 1 ? (sheet.pages ?? null) : null, papers },
  };
}
