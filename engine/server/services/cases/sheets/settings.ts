import { paperWidth } from '#core/fit/index.ts';
import type { JsonObject, SheetDefinition } from '#core/model/index.ts';
import type { SheetSettings } from '#core/model/wire/index.ts';
import { officialPrint } from '#server/services/attestations/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { editingAs } from '#server/services/case/index.ts';
import { type Actor, asActor, Failure, forbidden, type Services } from '#server/services/ground/index.ts';
import { printSettings } from '#server/store/index.ts';
import { cleanSettings, validateSettings } from './clean-settings.ts';
import { openSheet, type SheetRequest } from './open-sheet.ts';

/** What can be set for printing this sheet, and what is set. */
export async function readSettings(
  services: Services,
  actor: Actor,
  request: SheetRequest,
): Promise<SheetSettings> {
  const { sheet } = await openSheet(services, actor, request);
  const settings = (await printSettings.get(services.db, request.caseId, request.sheet)) ?? {};
  const { fit, paper, settings: schemas = {} } = sheet;
  // What this edition no longer lets anybody set is not sent back by a page that knows nothing of it.
  const known = Object.entries(settings).filter(([name]) => Object.hasOwn(schemas, name));
  return {
    schema: { type: 'object', properties: schemas as unknown as JsonObject },
    settings: Object.fromEntries(known),
    groups: Object.values(sheet.settingGroups ?? {}),
    chosen: fit ? [fit.fontSize, ...(fit.blankRows ?? [])] : [],
    width: paperWidth(paper),
  };
}

/** Settings as they are kept. Throws `settings-refused`. */
export function checkedSettings({ settings: schemas = {} }: SheetDefinition, given: JsonObject): JsonObject {
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
