import type { Mark, renderSheet } from '#server/print/index.ts';
import { attest } from '#server/services/attestations/index.ts';
import type { CaseAnswers } from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { printSettings, type Tx } from '#server/store/index.ts';
import { correctionsOf } from '../corrections.ts';
import type { Opened } from './open-sheet.ts';

/** What an official print carries. It is recorded before anything is printed: no print goes out that nobody knows of. */
export const markOf = (
  services: Services,
  tx: Tx,
  { loaded, sheet, whole }: Opened,
): Promise<Mark | undefined> => attest(services, tx, { loaded, sheet, answers: whole });

export type SheetOptions = NonNullable<Parameters<typeof renderSheet>[4]>;
export type Rendered = CaseAnswers & Pick<Opened, 'loaded' | 'sheet'>;

/** What the print of a case is made with: its settings, and the corrections of this round. */
export async function optionsOf(
  services: Services,
  tx: Tx,
  { loaded, resolved, sheet }: Rendered,
): Promise<SheetOptions> {
  const settings = (await printSettings.get(tx, loaded.record.id, sheet.id)) ?? {};
  return { settings, resolved, corrections: await correctionsOf(services, loaded) };
}

export const render = <T>(
  { loaded, application, facts, sheet }: Rendered,
  options: SheetOptions,
  as: (...sheet: Parameters<typeof renderSheet>) => T,
): T => as(loaded.edition, application, facts, sheet.id, options);
