import { atNoSection, maySee, resolveAnswers } from '#core/evaluate/index.ts';
import type { RuleData, SheetDefinition } from '#core/model/index.ts';
import {
  answersOf,
  type CaseAnswers,
  holds,
  type LoadedCase,
  loadCase,
  seeCase,
  seenApplication,
} from '#server/services/case/index.ts';
import { type Actor, notFound, type Services } from '#server/services/ground/index.ts';
import { readTogether, type Tx } from '#server/store/index.ts';

export type SheetRequest = { caseId: string; sheet: string };

/** Whether the sheet is available now to these roles: it is theirs to see, and has no condition, or one that holds. */
export function mayPrint(
  loaded: LoadedCase,
  sheet: SheetDefinition,
  data: RuleData,
  roles: string[],
): boolean {
  if (!maySee(sheet.visibleTo, roles)) return false;
  return isAvailable(loaded, sheet, data);
}

/** Whether the case has the sheet now, whoever asks. */
export function isAvailable(
  { edition }: LoadedCase,
  { availableWhen }: SheetDefinition,
  data: RuleData,
): boolean {
  return availableWhen === undefined || holds(edition, availableWhen, data);
}

/** `whole`: the answers as they are, whatever of them these roles may see. */
export type Opened = CaseAnswers & {
  loaded: LoadedCase;
  sheet: SheetDefinition;
  roles: string[];
  whole: CaseAnswers;
};

/**
 * The sheet of a case, if this person may see the case and the case has the sheet; inside a transaction the case is held.
 * Throws not-found.
 */
export async function openSheet(
  services: Services,
  actor: Actor,
  { caseId, sheet: id }: SheetRequest,
  tx: Tx = readTogether(services.db),
): Promise<Opened> {
  const { record, roles } = await seeCase(services, tx, actor, caseId, { lock: tx.transaction !== null });
  const loaded = await loadCase(services, tx, record);
  const sheet = loaded.edition.sheets[id];
  if (!sheet || !loaded.category.definition.sheets?.includes(id)) throw notFound();
  const answers = await answersOf(services, tx, loaded);
  if (!mayPrint(loaded, sheet, atNoSection(answers.resolved), roles)) throw notFound();
  return { ...seenIn(loaded, answers, roles), loaded, sheet, roles, whole: answers };
}

/** The answers as these roles may see them printed. */
function seenIn(loaded: LoadedCase, answers: CaseAnswers, roles: string[]): CaseAnswers {
  const application = seenApplication(loaded, answers.application, roles);
  if (application === answers.application) return answers;
  const { facts } = answers;
  return { application, facts, resolved: resolveAnswers(loaded.edition, application, facts) };
}
