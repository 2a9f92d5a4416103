import type { JsonObject } from '#core/model/index.ts';
import { type Mark, renderSheet, withFaces } from '#server/print/index.ts';
import { attestAs, officialPrint } from '#server/services/attestations/index.ts';
import { recordReveal } from '#server/services/case/index.ts';
import { type Actor, notFound, type Services } from '#server/services/ground/index.ts';
import { readTogether } from '#server/store/index.ts';
import { type Opened, openSheet, type SheetRequest } from './open-sheet.ts';
import { markOf, optionsOf, render } from './render-case.ts';
import { checkedSettings } from './settings.ts';

/** A sheet as a complete page. It prints sensitive answers whole: for others than their owner that reveals them. */
export async function sheetHtml(services: Services, actor: Actor, request: SheetRequest): Promise<string> {
  const opened = await openSheet(services, actor, request);
  if (!opened.sheet.formats.includes('html')) throw notFound();
  await recordReveal(services, readTogether(services.db), actor, opened);
  const mark = await screenMark(services, opened);
  const options = { ...(await optionsOf(services, services.db, opened)), mark };
  return withFaces(render(opened, options, renderSheet));
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
  return withFaces(render(opened, options, renderSheet));
}

/** Beside a frozen print the page is official only where it is the same. */
async function screenMark(services: Services, opened: Opened): Promise<Mark | undefined> {
  const { loaded, sheet, whole } = opened;
  const official = await officialPrint(services, services.db, loaded, sheet.id);
  if (!official) return markOf(services, services.db, opened);
  return attestAs(services, services.db, { loaded, sheet, answers: whole }, official.code);
}
