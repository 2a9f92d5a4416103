import { type Paper, printWithin, renderPaper } from '#server/print/index.ts';
import { type Actor, printPaper, type Services } from '#server/services/ground/index.ts';
import type { Opened } from './open-sheet.ts';
import { markOf, optionsOf, type Rendered, render, type SheetOptions } from './render-case.ts';

/** The sheet as it fits; `isSingle`: its pages one by one, however they are laid on their paper. */
export async function printOpened(
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
export const paperOf = (opened: Rendered, options: SheetOptions, spare: number): Paper => ({
  ...render(opened, { ...options, spare }, renderPaper),
  date: opened.loaded.record.updatedAt,
});
