import { createHash } from 'node:crypto';
import { atNoSection, maySee, resolveAnswers } from '#core/evaluate/index.ts';
import { type Fit, paperWidth } from '#core/fit/index.ts';
import type { AnswerProblem, JsonObject, RuleData, SheetDefinition } from '#core/model/index.ts';
import type { SheetLength, SheetSettings } from '#core/model/wire/index.ts';
import {
  type Mark,
  measureSheet,
  overflowProblems,
  type Paper,
  PRINT_TRIES,
  pageCount,
  printWithin,
  renderPaper,
  renderSheet,
  withRareFaces,
} from '#server/print/index.ts';
import { attest, attestAs, officialPrint } from '#server/services/attestations/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import {
  answersOf,
  type CaseAnswers,
  editingAs,
  holds,
  type LoadedCase,
  loadCase,
  recordReveal,
  seeCase,
  seenApplication,
} from '#server/services/case/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { asActor, Failure, forbidden, notFound, printPaper } from '#server/services/ground/index.ts';
import { printSettings, readTogether, type Tx } from '#server/store/index.ts';
import { correctionsOf } from './corrections.ts';
import type { Papers } from './frozen/packed.ts';
import { frozenBytes } from './frozen/read-frozen.ts';
import { cleanSettings, validateSettings } from './sheet-settings.ts';

const sha256Of = (pdf: Buffer): string => createHash('sha256').update(pdf).digest('hex');

type SheetRequest = { caseId: string; sheet: string };

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

function isAvailable({ edition }: LoadedCase, { availableWhen }: SheetDefinition, data: RuleData): boolean {
  return availableWhen === undefined || holds(edition, availableWhen, data);
}

/** `whole`: the answers as they are, whatever of them these roles may see. */
type Opened = CaseAnswers & {
  loaded: LoadedCase;
  sheet: SheetDefinition;
  roles: string[];
  whole: CaseAnswers;
};

/**
 * The sheet of a case, if this person may see the case and the case has the sheet; inside a transaction the case is held.
 * Throws not-found.
 */
async function openSheet(
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

/** A sheet as a complete page. It prints sensitive answers whole: for others than their owner that reveals them. */
export async function sheetHtml(services: Services, actor: Actor, request: SheetRequest): Promise<string> {
  const opened = await openSheet(services, actor, request);
  if (!opened.sheet.formats.includes('html')) throw notFound();
  await recordReveal(services, readTogether(services.db), actor, opened);
  const mark = await screenMark(services, opened);
  const options = { ...(await optionsOf(services, services.db, opened)), mark };
  return withRareFaces(render(opened, options, renderSheet));
}

/** The page as it would look with other settings: it carries no code. Throws as `sheetHtml`, and `settings-refused`. */
export async function previewHtml(
  services: Services,
  actor: Actor,
  request: SheetRequest,
  given: JsonObject,
): Promise<string> {
  const opened = await openSheet(services, actor, request);
  if (!opened.sheet.formats.includes('html')) throw notFound();
  await recordReveal(services, readTogether(services.db), actor, opened);
  const settings = checkedSettings(opened.sheet, given);
  const options = { ...(await optionsOf(services, services.db, opened)), settings };
  return withRareFaces(render(opened, options, renderSheet));
}

/** Beside a frozen print the page is official only where it is the same. */
async function screenMark(services: Services, opened: Opened): Promise<Mark | undefined> {
  const { loaded, sheet, whole } = opened;
  const official = await officialPrint(services, services.db, loaded, sheet.id);
  if (!official) return markOf(services, services.db, opened);
  return attestAs(services, services.db, { loaded, sheet, answers: whole }, official.code);
}

/**
 * A sheet as a PDF, or as it was frozen; recorded in the audit trail, because the file leaves the system. Throws `busy`
 * where too many print, `no-printer` where nothing can. `run`: of which print run it becomes a part; what it was alone is
 * then recorded, too.
 */
export async function sheetPdf(
  services: Services,
  actor: Actor,
  request: SheetRequest,
  { run }: { run?: string } = {},
): Promise<Buffer> {
  const opened = await openSheet(services, actor, request);
  if (!opened.sheet.formats.includes('pdf')) throw notFound();
  const official = await officialPrint(services, services.db, opened.loaded, request.sheet);
  const pdf = official
    ? await frozenBytes(services, actor, official.id)
    : await printOpened(services, actor, opened);
  await asActor(services, actor, (tx) =>
    recordAudit(services, tx, actor, {
      action: 'print',
      subject: request.caseId,
      detail: {
        sheet: request.sheet,
        ...(official && { frozen: official.id }),
        ...(run !== undefined && { run, sha256: sha256Of(pdf) }),
      },
    }),
  );
  return pdf;
}

/**
 * Whether a sheet that must fit on a number of pages does so now; printed only where that is not computed. Throws as `sheetPdf` does; not-found where it need not.
 */
export async function sheetLength(
  services: Services,
  actor: Actor,
  request: SheetRequest,
): Promise<SheetLength> {
  const opened = await openSheet(services, actor, request);
  const { formats, pages: most } = opened.sheet;
  if (most === undefined || !formats.includes('pdf')) throw notFound();
  const fit = render(opened, await optionsOf(services, services.db, opened), measureSheet);
  if (fit?.overflow.length === 0) return { pages: most, most, fit: { share: fit.share, overflow: [] } };
  const pages = await pageCount(await printOpened(services, actor, opened, { isSingle: true }));
  return fit ? { pages, most, ...overrunOf(opened, fit) } : { pages, most };
}

/** Where a sheet is too long, and what it keeps from being handed in. */
function overrunOf({ loaded, resolved, sheet }: Opened, fit: Fit): Pick<SheetLength, 'fit' | 'problems'> {
  const overflow = fit.overflow.map(({ cuts, ...column }) => ({
    ...column,
    cuts: cuts.map(({ text: _, ...cut }) => cut),
  }));
  const measured = { fit: { share: fit.share, overflow } };
  if (!sheet.fit?.blocks) return measured;
  return { ...measured, problems: overflowProblems(loaded.edition, resolved, sheet, fit) };
}

/** What is too long of the sheets that have to fit before this case is handed in. */
export async function sheetProblems(
  tx: Tx,
  loaded: LoadedCase,
  answers: CaseAnswers,
): Promise<AnswerProblem[]> {
  const data = atNoSection(answers.resolved);
  const blocking = (loaded.category.definition.sheets ?? [])
    .map((id) => loaded.edition.sheets[id])
    .filter((sheet) => sheet?.fit?.blocks === true && isAvailable(loaded, sheet, data));
  const problems = await Promise.all(
    blocking.map(async (sheet) => (sheet ? await problemsOfSheet(tx, loaded, answers, sheet) : [])),
  );
  return problems.flat();
}

async function problemsOfSheet(
  tx: Tx,
  { edition, record }: LoadedCase,
  { application, facts, resolved }: CaseAnswers,
  sheet: SheetDefinition,
): Promise<AnswerProblem[]> {
  const settings = (await printSettings.get(tx, record.id, sheet.id)) ?? {};
  const fit = measureSheet(edition, application, facts, sheet.id, { settings, resolved });
  return fit ? overflowProblems(edition, resolved, sheet, fit) : [];
}

/** The sheet as it fits; `isSingle`: its pages one by one, however they are laid on their paper. */
async function printOpened(
  services: Services,
  actor: Actor,
  opened: Opened,
  { isSingle = false } = {},
): Promise<Buffer> {
  const mark = await markOf(services, services.db, opened);
  const asked = { ...(await optionsOf(services, services.db, opened)), mark };
  const paper = (spare = 0): Paper => {
    const { twoUp, ...single } = paperOf(opened, asked, spare);
    return isSingle || !twoUp ? single : { ...single, twoUp };
  };
  const { fit, pages } = opened.sheet;
  const printer = { pdf: (one: Paper) => printPaper(services, actor, one) };
  return fit && pages ? await printWithin(pages, printer, paper) : await printer.pdf(paper());
}

/** With the date of its data, so that the same sheet gives the same bytes. */
const paperOf = (opened: Rendered, options: SheetOptions, spare: number): Paper => ({
  ...render(opened, { ...options, spare }, renderPaper),
  date: opened.loaded.record.updatedAt,
});

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

/** What an official print carries. It is recorded before anything is printed: no print goes out that nobody knows of. */
const markOf = (services: Services, tx: Tx, { loaded, sheet, whole }: Opened): Promise<Mark | undefined> =>
  attest(services, tx, { loaded, sheet, answers: whole });

type SheetOptions = NonNullable<Parameters<typeof renderSheet>[4]>;
type Rendered = CaseAnswers & Pick<Opened, 'loaded' | 'sheet'>;

/** What the print of a case is made with: its settings, and the corrections of this round. */
async function optionsOf(
  services: Services,
  tx: Tx,
  { loaded, resolved, sheet }: Rendered,
): Promise<SheetOptions> {
  const settings = (await printSettings.get(tx, loaded.record.id, sheet.id)) ?? {};
  return { settings, resolved, corrections: await correctionsOf(services, loaded) };
}

const render = <T>(
  { loaded, application, facts, sheet }: Rendered,
  options: SheetOptions,
  as: (...sheet: Parameters<typeof renderSheet>) => T,
): T => as(loaded.edition, application, facts, sheet.id, options);

/** What can be set for printing this sheet, and what is set. */
export async function readSettings(
  services: Services,
  actor: Actor,
  request: SheetRequest,
): Promise<SheetSettings> {
  const { sheet } = await openSheet(services, actor, request);
  const settings = (await printSettings.get(services.db, request.caseId, request.sheet)) ?? {};
  const { fit, paper } = sheet;
  return {
    schema: { type: 'object', properties: (sheet.settings ?? {}) as JsonObject },
    settings,
    groups: Object.values(sheet.settingGroups ?? {}),
    chosen: fit ? [fit.fontSize, ...(fit.blankRows ?? [])] : [],
    width: paperWidth(paper),
  };
}

/** Throws `settings-refused`. */
function checkedSettings({ settings: schemas = {} }: SheetDefinition, given: JsonObject): JsonObject {
  const settings = cleanSettings(schemas, given);
  validateSettings(schemas, settings);
  return settings;
}

/**
 * Keeps settings for this case's sheet, with a row in the trail: for its applicant whenever the sheet may be looked at,
 * for a desk while it holds the case. Throws not-found, `forbidden`, `sheet-frozen`, `settings-refused` for what the sheet
 * cannot be set to.
 */
export async function saveSettings(
  services: Services,
  actor: Actor,
  request: SheetRequest,
  given: JsonObject,
): Promise<SheetSettings> {
  await asActor(services, actor, async (tx) => {
    const { sheet, loaded, roles } = await openSheet(services, actor, request, tx);
    if (!roles.includes('applicant') && (await editingAs(services, loaded.record, roles)) === null)
      throw forbidden();
    if (await officialPrint(services, tx, loaded, sheet.id)) throw new Failure('conflict', 'sheet-frozen');
    const settings = checkedSettings(sheet, given);
    await printSettings.save(tx, { caseId: request.caseId, sheet: request.sheet, settings });
    await recordAudit(services, tx, actor, {
      action: 'sheet-settings',
      subject: request.caseId,
      detail: { sheet: request.sheet },
      personal: { settings },
    });
  });
  return readSettings(services, actor, request);
}
