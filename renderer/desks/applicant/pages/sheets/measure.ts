import { presentResolved, resolveAnswers } from '#core/evaluate/index.ts';
import { ADVANCES, isFitted, measureFit, presetsOf } from '#core/fit/index.ts';
import type { Application, CompiledEdition, Facts, JsonObject } from '#core/model/index.ts';
import type { SheetFit } from '#core/model/wire/index.ts';
import { renderTemplate, withLines, withLinesMarked } from '#core/template/index.ts';

/** A sheet that is open: its template in this language, and what this case has set for it. */
export type OpenSheet = { id: string; template: string; settings: JsonObject };

/** How full a sheet is with the answers as they stand: the computation of the server, without the server. */
export function measure(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  { id, template, settings: set }: OpenSheet,
): SheetFit | null {
  const sheet = edition.sheets[id];
  if (!sheet || !isFitted(sheet)) return null;
  const resolved = resolveAnswers(edition, application, facts);
  const chosen = { ...presetsOf(sheet), ...set };
  const view = withLinesMarked(presentResolved(edition, { application, facts, resolved }, id, chosen));
  const render = (settings: JsonObject): string => withLines(renderTemplate(template, { ...view, settings }));
  return measureFit(sheet, render, chosen, ADVANCES);
}
