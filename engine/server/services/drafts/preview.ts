import { assemble } from '#core/assemble/index.ts';
import { sentencesOf } from '#core/change/index.ts';
import { compileEdition, interpretedValidators } from '#core/compile/index.ts';
import type { Fit } from '#core/fit/index.ts';
import { escapeHtml } from '#core/json/index.ts';
import type { CompiledEdition, Definition, SheetDefinition, SourceFile } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { openCase } from '#core/validate/index.ts';
import { measureSheet, renderPaper, renderSheet } from '#server/print/index.ts';
import type { Previewed, PreviewOf } from '#server/services/ground/index.ts';

/**
 * A sheet of a draft, filled in with one of its examples: as a page in which each sentence of the template can be found,
 * or for the printer. Null where there is no such sheet or example, or the draft cannot be printed.
 */
export function previewOf(files: SourceFile[], { cycle, sheet, example, format }: PreviewOf): Previewed {
  const loaded = assemble(files).find(({ definition }) => definition.edition.cycle.id === cycle);
  const known = loaded?.definition.cases.find(({ id }) => id === example);
  if (!loaded || !known) return null;
  try {
    const edition = editionOf(format === 'html' ? withMarks(loaded.definition, sheet) : loaded.definition);
    const { application, facts } = openCase(edition, known, loaded.definition.cases);
    if (!edition.categories[application.category]?.definition.sheets?.includes(sheet)) return null;
    const parts = [edition, application, facts, sheet] as const;
    if (format !== 'html') return { paper: renderPaper(...parts) };
    const fit = measureSheet(...parts, UNMARKED);
    return { html: withSpans(renderSheet(...parts, UNMARKED), fit) };
  } catch {
    // What is wrong with a draft is among its problems.
    return null;
  }
}

/** It is no edition yet: nothing may be filed under its name. */
const editionOf = (definition: Definition): CompiledEdition =>
  compileEdition(definition, { hash: 'unnamed', validators: interpretedValidators(), routes: compileRoute });

/** Letters that stand in no template: before a sentence its number, behind it the end. */
const [OPEN, NUMBERED, END] = ['\uE000', '\uE001', '\uE002'];
const MARKED = new RegExp(`${OPEN}(\\d+)${NUMBERED}([^${END}]*)${END}`, 'g');
const STRAY = new RegExp(`[${OPEN}${NUMBERED}${END}]`, 'g');
/** Marks and numbers are no letters of the sheet: what is chosen to make it fit is chosen without them. */
const UNMARKED = { unprinted: new RegExp(`${OPEN}\\d+${NUMBERED}|${END}`, 'g') };

function withMarks(definition: Definition, id: string): Definition {
  const sheets = definition.sheets.map((sheet) => (sheet.id === id ? markedSheet(sheet) : sheet));
  return { ...definition, sheets };
}

function markedSheet(sheet: SheetDefinition): SheetDefinition {
  const own = Object.entries(sheet.templates ?? {}).map(([category, text]) => [category, marked(text)]);
  return { ...sheet, template: marked(sheet.template), templates: Object.fromEntries(own) };
}

function marked(template: string): string {
  const clean = template.replace(STRAY, '');
  return sentencesOf(clean).reduceRight(
    (text, { start, end }, index) =>
      `${text.slice(0, start)}${OPEN}${index}${NUMBERED}${text.slice(start, end)}${END}${text.slice(end)}`,
    clean,
  );
}

const STYLE =
  '<style>[data-sentence]{cursor:pointer}[data-sentence]:hover{outline:1.5px solid #1d4e89;outline-offset:2px}</style>';

/** The marks as elements that can be clicked; with how the sheet came to fit, for the page around. */
const withSpans = (html: string, fit: Fit | undefined): string =>
  html
    .replace(MARKED, (_, index, text) => `<span data-sentence="${index}">${text}</span>`)
    .replace(STRAY, '')
    .replace('</head>', () => `${fit ? fitNote(fit) : ''}${STYLE}</head>`);

function fitNote({ settings, share, overflow }: Fit): string {
  const columns = overflow.map(({ column, lines }) => ({ column, lines }));
  return `<meta name="fit" content="${escapeHtml(JSON.stringify({ settings, share, columns }))}">`;
}
