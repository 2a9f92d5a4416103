import { readCode } from '#core/attest/index.ts';
import { routeOf } from '#core/compile/index.ts';
import type { AttestationQuestion, AttestationView, AttestedSheets } from '#core/model/wire/index.ts';
import { titleOf } from '#core/route/index.ts';
import { isFinal } from '#server/print/index.ts';
import { answersOf, type LoadedCase, loadCase, stateOfKey } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { type Attestation, attestations, cases, readTogether, type Tx } from '#server/store/index.ts';
import { factHashes } from './facts.ts';
import { frozenOf } from './frozen.ts';
import { revisionOf } from './issue.ts';
import { isSignedFor } from './signed-text.ts';

const UNKNOWN: AttestationView = { issued: false };

/** The sheets whose prints carry a code, and what has to be known of each to ask about one; and the key that signs. */
export async function attestedSheets({ editions, secrets }: Services): Promise<AttestedSheets> {
  const { sheets } = await editions.current();
  const attested = Object.values(sheets).flatMap(({ id, title, attest }) =>
    attest ? [{ id, title, facts: attest.by.map((fact) => fact.title) }] : [],
  );
  return { sheets: attested, publicKey: secrets.publicKey };
}

/**
 * Whether such a print was issued, to whoever has it at hand: a code, and the facts that stand on it. A code that is not
 * known and facts that do not fit get the same answer, so that nothing can be found out by trying.
 */
export async function checkAttestation(
  services: Services,
  { code: typed, facts, signed }: AttestationQuestion,
): Promise<AttestationView> {
  const code = readCode(typed);
  const issued = code === null ? null : await attestations.get(services.db, code);
  if (code === null || issued === null) return UNKNOWN;
  if (factHashes(services, code, facts).join() !== issued.facts.join()) return UNKNOWN;
  const isSigned = signed !== undefined && isSignedFor(signed, code, services.secrets.publicKey);
  return { ...(await describe(services, issued)), ...(signed === undefined ? {} : { isSigned }) };
}

async function describe(services: Services, issued: Attestation): Promise<AttestationView> {
  const tx = readTogether(services.db);
  const edition = await services.editions.get(issued.edition);
  const record = await cases.get(tx, issued.caseId);
  const sheet = edition.sheets[issued.sheet];
  if (record === null || sheet === undefined) return UNKNOWN;
  const state = { value: stateOfKey(issued.stateKey), context: record.context };
  const loaded = await loadCase(services, tx, record);
  return {
    issued: true,
    sheet: sheet.title,
    cycle: edition.definition.edition.cycle.title,
    state: titleOf(routeOf(edition, record.route), state),
    issuedAt: issued.issuedAt,
    dataAt: issued.dataAt,
    ...((await frozenAs(services, tx, issued, loaded)) ?? {
      validity: await validityOf(services, tx, issued, loaded),
    }),
  };
}

type Validity = NonNullable<AttestationView['validity']>;

/** Of a print that was frozen: since when, and whether it is still the official one; undefined of any other. */
async function frozenAs(
  services: Services,
  tx: Tx,
  { code, sheet }: Attestation,
  loaded: LoadedCase,
): Promise<{ frozenAt: string; validity: Validity } | undefined> {
  const ofSheet = (await frozenOf(services, tx, loaded)).filter((one) => one.sheet === sheet);
  const mine = ofSheet.find((one) => one.code === code);
  if (mine === undefined) return undefined;
  const official = ofSheet.find((one) => one.isOfficial);
  const validity = mine.isOfficial ? 'current' : official ? 'changed' : 'void';
  return { frozenAt: mine.frozenAt, validity };
}

/** Whether the same print would be issued today: of the same data, and still as an official one. */
async function validityOf(
  services: Services,
  tx: Tx,
  issued: Attestation,
  loaded: LoadedCase,
): Promise<Validity> {
  const sheet = loaded.edition.sheets[issued.sheet];
  if (sheet === undefined) return 'void';
  const answers = await answersOf(services, tx, loaded);
  if (!isFinal(loaded.edition, sheet, answers.resolved)) return 'void';
  return revisionOf({ loaded, sheet, answers }) === issued.revision ? 'current' : 'changed';
}
