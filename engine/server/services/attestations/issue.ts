import { CODE_LENGTH, toBase32, writeCode } from '#core/attest/index.ts';
import { sheetRevision } from '#core/evaluate/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';
import { FACES_KEY, isFinal, type Mark } from '#server/print/index.ts';
import type { CaseAnswers, LoadedCase } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type Attestation, attestations, type Tx } from '#server/store/index.ts';
import { factHashes, factTexts } from './facts.ts';
import { signedText } from './signed-text.ts';

/** A sheet of a case, with its answers as they are, whoever prints it. */
type Printed = { loaded: LoadedCase; sheet: SheetDefinition; answers: CaseAnswers };

/**
 * Records that an official print is issued, and gives the mark that it carries; undefined where the sheet carries none, or
 * is no official print now. The same sheet of the same data in the same state has the same code, however often it is
 * printed.
 */
export async function attest(services: Services, tx: Tx, printed: Printed): Promise<Mark | undefined> {
  const { loaded, sheet, answers } = printed;
  if (!isFinal(loaded.edition, sheet, answers.resolved)) return undefined;
  const issued = recordOf(services, printed);
  await attestations.add(tx, issued);
  const { secrets, publicOrigin } = services;
  return { code: issued.code, text: signedText(issued, secrets.sign), origin: publicOrigin };
}

/** The same where the print would have just this code; undefined where it would not, and nothing is recorded. */
export async function attestAs(
  services: Services,
  tx: Tx,
  printed: Printed,
  code: string | null,
): Promise<Mark | undefined> {
  return codeOf(services, printed) === code ? await attest(services, tx, printed) : undefined;
}

function recordOf(services: Services, printed: Printed): Attestation {
  const { loaded, sheet, answers } = printed;
  const { edition, category, record } = loaded;
  const code = codeOf(services, printed);
  const texts = factTexts(edition, category, sheet, answers.resolved.values);
  return {
    code,
    caseId: record.id,
    sheet: sheet.id,
    edition: edition.hash,
    revision: revisionOf(printed),
    stateKey: record.stateKey,
    facts: factHashes(services, code, texts),
    dataAt: record.updatedAt,
    issuedAt: services.clock().toISOString(),
  };
}

/** A keyed hash over what the print is of, and what it is set with. */
function codeOf({ secrets }: Services, printed: Printed): string {
  const { edition, record } = printed.loaded;
  const binding = [
    edition.hash,
    printed.sheet.id,
    record.id,
    revisionOf(printed),
    record.stateKey,
    FACES_KEY,
  ];
  return writeCode(toBase32(secrets.attest(JSON.stringify(binding))).slice(0, CODE_LENGTH));
}

/** The revision of a sheet's data, as it is printed on signed sheets. */
export const revisionOf = ({ loaded, sheet, answers }: Printed): string =>
  sheetRevision(loaded.edition, answers.resolved, answers.application, sheet.id);
