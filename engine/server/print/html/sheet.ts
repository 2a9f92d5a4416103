import { inLanguage } from '#core/compile/index.ts';
import { compileLogic } from '#core/compile/logic/index.ts';
import {
  atNoSection,
  type Correction,
  presentResolved,
  type ResolvedAnswers,
  resolveAnswers,
} from '#core/evaluate/index.ts';
import { ADVANCES, type Fit, fitSheet, isFitted, measureFit, presetsOf } from '#core/fit/index.ts';
import { refusedTemplate } from '#core/lint/index.ts';
import type {
  Application,
  CompiledEdition,
  Facts,
  JsonObject,
  Logic,
  RuleData,
  SheetDefinition,
} from '#core/model/index.ts';
import { renderTemplate, withLines, withLinesMarked } from '#core/template/index.ts';
import { truthy } from '#core/vocabulary/index.ts';
import { paperName } from '../locales/index.ts';
import { type DocumentParts, toDocument } from './document.ts';
import { fitStyle } from './fit.ts';
import type { Mark } from './mark.ts';
import { type TwoUp, twoUpOf } from './paper.ts';

/** `resolved`: the same answers, where they are resolved already; `corrections`: what desks changed in this round. */
type SheetOptions = {
  settings?: JsonObject;
  resolved?: ResolvedAnswers;
  corrections?: Correction[];
  /** What it carries as an official print. */
  mark?: Mark | undefined;
  /** Lines that a sheet which is made to fit holds back. */
  spare?: number;
  /** What stands in the page and is not printed: a sheet that is made to fit is measured without it. */
  unprinted?: RegExp;
};

/**
 * A sheet on its way to the printer: a page without its watermark, the watermark that goes over it, how its pages are
 * laid on larger sheets where they are, and of when its data are: with that date the same sheet gives the same bytes.
 */
export type Paper = { html: string; watermark: string | null; twoUp?: TwoUp; date?: string };

/**
 * A sheet as a complete page for the screen, its watermark over it.
 * @throws Error where the edition has no such sheet, or its template is refused
 */
export function renderSheet(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  sheetId: string,
  options: SheetOptions = {},
): string {
  const parts = renderParts(edition, { application, facts, options }, sheetId);
  return toDocument({ ...parts, paperName: paperName(parts.sheet.paper, parts.locale) });
}

/**
 * A sheet for the printer, which draws the watermark itself: no template and no style can lie over it.
 * @throws Error where the edition has no such sheet, or its template is refused
 */
export function renderPaper(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  sheetId: string,
  options: SheetOptions = {},
): Paper {
  const parts = renderParts(edition, { application, facts, options }, sheetId);
  const { nUp: _, copies: __, ...paper } = parts.sheet.paper;
  const single = { ...parts, sheet: { ...parts.sheet, paper }, watermark: null };
  const twoUp = twoUpOf(parts.sheet.paper);
  return { html: toDocument(single), watermark: parts.watermark, ...(twoUp && { twoUp }) };
}

/**
 * How a sheet that is made to fit comes out; undefined of any other.
 * @throws Error where the edition has no such sheet, or its template is refused
 */
export function measureSheet(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  sheetId: string,
  options: SheetOptions = {},
): Fit | undefined {
  return fitOf(openSheet(edition, { application, facts, options }, sheetId), options);
}

/**
 * Whether a sheet that is made to fit is too long even with its smallest letters; any other is not.
 * @throws Error where the edition has no such sheet, or its template is refused
 */
export function overflowsSheet(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  sheetId: string,
  options: SheetOptions = {},
): boolean {
  const { sheet, render, chosen } = openSheet(edition, { application, facts, options }, sheetId);
  if (!isFitted(sheet)) return false;
  return measureFit(sheet, render, chosen, ADVANCES).overflow.length > 0;
}

/** Whether a sheet would be printed as an official one now: without a watermark, and where its condition holds. */
export function isFinal(
  edition: CompiledEdition,
  sheet: SheetDefinition,
  resolved: ResolvedAnswers,
): boolean {
  const data = atNoSection(resolved);
  if (!sheet.attest || watermarkOf(edition, sheet, data) !== null) return false;
  return sheet.attest.when === undefined || verdictOf(edition, sheet.attest.when, data) === true;
}

type Rendering = { application: Application; facts: Facts; options: SheetOptions };

/** A sheet and what its template prints of one set of answers, whatever the settings. */
type Opened = {
  edition: CompiledEdition;
  sheet: SheetDefinition;
  resolved: ResolvedAnswers;
  chosen: JsonObject;
  render: (settings: JsonObject) => string;
};

function openSheet(
  asked: CompiledEdition,
  { application, facts, options }: Rendering,
  sheetId: string,
): Opened {
  const edition = printedIn(asked, sheetId);
  const sheet = edition.sheets[sheetId];
  if (!sheet) throw new Error(`Edition ${edition.hash} has no sheet "${sheetId}".`);
  refuseUnlinted(edition, sheet);
  const chosen = { ...presetsOf(sheet), ...options.settings };
  const { corrections = [] } = options;
  const known = edition === asked ? options.resolved : undefined;
  const resolved = known ?? resolveAnswers(edition, application, facts);
  const answers = { application, facts, resolved, corrections };
  const view = withLinesMarked(presentResolved(edition, answers, sheetId, chosen));
  const template = templateFor(sheet, application.category);
  const render = (settings: JsonObject): string => withLines(renderTemplate(template, { ...view, settings }));
  return { edition, sheet, resolved, chosen, render };
}

function renderParts(asked: CompiledEdition, rendering: Rendering, sheetId: string): DocumentParts {
  const opened = openSheet(asked, rendering, sheetId);
  const { edition, sheet, resolved, chosen, render } = opened;
  const fit = fitOf(opened, rendering.options);
  return {
    sheet,
    locale: edition.definition.programme.locale,
    body: render(fit?.settings ?? chosen),
    watermark: watermarkOf(edition, sheet, atNoSection(resolved)),
    mark: rendering.options.mark,
    ...(fit && isFitted(sheet) && { fit: fitStyle(sheet, fit) }),
  };
}

function fitOf({ sheet, render, chosen }: Opened, { spare = 0, unprinted }: SheetOptions): Fit | undefined {
  if (!isFitted(sheet)) return undefined;
  const printed = (settings: JsonObject): string =>
    unprinted === undefined ? render(settings) : render(settings).replace(unprinted, '');
  return fitSheet(sheet, printed, { chosen, spare }, ADVANCES);
}

/** Some categories print other numbers. */
function templateFor({ template, templates = {} }: SheetDefinition, category: string): string {
  return (Object.hasOwn(templates, category) ? templates[category] : undefined) ?? template;
}

/** The edition in a language that the sheet is printed in: the one that is asked for, else the sheet's first. */
function printedIn(asked: CompiledEdition, sheetId: string): CompiledEdition {
  const { languages } = asked.sheets[sheetId] ?? {};
  const [first] = languages ?? [];
  if (first === undefined || languages?.includes(asked.definition.programme.locale)) return asked;
  return inLanguage(asked, first);
}

const accepted = new WeakSet<SheetDefinition>();

/**
 * An edition out of the store may be older than a rule of lint, and what may stand where is a matter of safety: such a
 * template is judged again, once for each edition that is opened.
 */
function refuseUnlinted({ definition, hash }: CompiledEdition, sheet: SheetDefinition): void {
  if (accepted.has(sheet)) return;
  const fault = refusedTemplate(sheet, definition);
  if (fault !== undefined) {
    const { code, sentence = code, params = {} } = fault;
    throw new Error(
      `The template of sheet "${sheet.id}" in edition ${hash} is refused: ${sentence} ${JSON.stringify(params)}`,
    );
  }
  accepted.add(sheet);
}

/** A watermark whose condition cannot be computed stays: a draft must never look final. */
function watermarkOf(edition: CompiledEdition, sheet: SheetDefinition, data: RuleData): string | null {
  if (!sheet.watermark) return null;
  const { when, text } = sheet.watermark;
  return verdictOf(edition, when, data) === false ? null : text;
}

/** Whether a condition holds; null where it cannot be computed. */
function verdictOf(edition: CompiledEdition, logic: Logic, data: RuleData): boolean | null {
  const compiled = compileLogic(logic, edition.scope);
  try {
    return truthy(compiled.run(data));
  } catch {
    return null;
  }
}
