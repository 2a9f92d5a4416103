import type { Fit } from '#core/fit/index.ts';
import type { SheetLength } from '#core/model/wire/index.ts';
import { measureSheet, overflowProblems, pageCount } from '#server/print/index.ts';
import { type Actor, notFound, type Services } from '#server/services/ground/index.ts';
import { type Opened, openSheet, type SheetRequest } from './open-sheet.ts';
import { printOpened } from './print-opened.ts';
import { optionsOf, render } from './render-case.ts';

/**
 * Whether a sheet that must fit on a number of pages does so now; printed only where that is not computed. Throws as
 * `sheetPdf` does; not-found where it need not.
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
