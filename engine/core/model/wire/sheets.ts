import { type Static, Type } from 'typebox';
import type { JsonObject } from '../json.ts';
import { AnswerProblem } from './errors.ts';
import { anyObject, closed, filledText, id, nullable, oneOf, text } from './parts.ts';

/** GET /api/cases/:id/sheets/:sheet?… */
export const SheetFormat = closed({
  format: Type.Optional(oneOf('html', 'pdf')),
  /** Of a page: as it would look with these settings, as JSON; nothing is kept. */
  settings: Type.Optional(text(4000)),
});
export type SheetFormat = Static<typeof SheetFormat>;

/** GET /api/drafts/:id/sheets/:sheet?…: with which example of which cycle; `source` names the files, for whoever keeps the page. */
export const SheetPreview = closed({
  cycle: id,
  example: filledText(200),
  format: Type.Optional(oneOf('html', 'pdf')),
  source: Type.Optional(filledText(100)),
});
export type SheetPreview = Static<typeof SheetPreview>;

/** PUT /api/cases/:id/sheets/:sheet/settings: what is left out goes back to its preset. */
export const SheetChange = Type.Unsafe<JsonObject>({ type: 'object', maxProperties: 50 });
export type SheetChange = Static<typeof SheetChange>;

/** A cell of a table that is too long for its sheet, counted from 1, and by how many letters; `block` is a heading. */
const Cut = closed({
  block: Type.String(),
  row: Type.Integer(),
  cell: Type.Integer(),
  letters: Type.Integer(),
  lines: Type.Integer(),
});

/** How much of a sheet that is made to fit is taken, and what of its columns is too much: lines, and where. */
const SheetFit = closed({
  share: Type.Number(),
  overflow: Type.Array(closed({ column: Type.Integer(), lines: Type.Integer(), cuts: Type.Array(Cut) })),
});
export type SheetFit = Static<typeof SheetFit>;

/** GET /api/cases/:id/sheets/:sheet/length: how many pages it has now, and into how many it must fit. */
export const SheetLength = closed({
  pages: Type.Integer(),
  most: Type.Integer(),
  fit: Type.Optional(SheetFit),
  /** Of a sheet that has to fit before anything is handed in: what is too long, at the answers themselves. */
  problems: Type.Optional(Type.Array(AnswerProblem)),
});
export type SheetLength = Static<typeof SheetLength>;

/**
 * What can be set for printing a sheet, and what this case has set. `groups`: which settings are about one block of it;
 * `chosen`: those that are chosen by the fit where nobody sets them. `width`: of its paper, in pixels.
 */
export const SheetSettings = closed({
  schema: anyObject(),
  settings: anyObject(),
  groups: Type.Array(closed({ title: text(), settings: Type.Array(text()) })),
  chosen: Type.Array(text()),
  width: Type.Number(),
});
export type SheetSettings = Static<typeof SheetSettings>;

/**
 * GET /api/cases/:id/frozen-prints: its official prints as they were when it came into a state, newest first.
 * `isOfficial`: whoever prints the sheet now is given this one.
 */
export const FrozenPrints = closed({
  prints: Type.Array(
    closed({
      id,
      sheet: text(),
      title: text(),
      round: Type.Integer(),
      frozenAt: text(),
      isOfficial: Type.Boolean(),
    }),
  ),
});
export type FrozenPrints = Static<typeof FrozenPrints>;

/** GET /api/attestations: the sheets whose official prints carry a code, and the public key of their signatures, in hex. */
export const AttestedSheets = closed({
  sheets: Type.Array(closed({ id, title: text(), facts: Type.Array(text()) })),
  publicKey: text(64),
});
export type AttestedSheets = Static<typeof AttestedSheets>;

/** POST /api/attestations: what stands on a print, and the signed text of its QR code where that was read. */
export const AttestationQuestion = closed({
  code: filledText(40),
  facts: Type.Array(text(500), { maxItems: 4 }),
  signed: Type.Optional(text(300)),
});
export type AttestationQuestion = Static<typeof AttestationQuestion>;

/**
 * Whether such a print was issued. `state`: where the case was then. `validity`: whether the same data would be printed
 * so now; `void` = there would be no official print now.
 */
export const AttestationView = closed({
  issued: Type.Boolean(),
  sheet: Type.Optional(text()),
  cycle: Type.Optional(text()),
  state: Type.Optional(text()),
  issuedAt: Type.Optional(text(40)),
  dataAt: Type.Optional(text(40)),
  /** When this very print was frozen as the official one. */
  frozenAt: Type.Optional(text(40)),
  validity: Type.Optional(oneOf('current', 'changed', 'void')),
  isSigned: Type.Optional(Type.Boolean()),
});
export type AttestationView = Static<typeof AttestationView>;

/** So many cases go into one file. */
export const MOST_PRINTED = 500;

const fileForm = oneOf('pdf', 'zip');

/**
 * POST /api/print-runs: a sheet of these cases, or of all in a queue of mine, as one file: merged with bookmarks, or an
 * archive of single files.
 */
export const PrintRunStart = closed({
  sheet: id,
  form: fileForm,
  cases: Type.Optional(Type.Array(id, { minItems: 1, maxItems: 100 * MOST_PRINTED })),
  queue: Type.Optional(closed({ route: id, queue: id, cycle: Type.Optional(text(60)) })),
});
export type PrintRunStart = Static<typeof PrintRunStart>;

/** A run as its maker sees it. */
export const PrintRun = closed({
  id,
  sheet: text(),
  title: text(),
  form: fileForm,
  status: oneOf('waiting', 'running', 'done', 'failed'),
  /** Why it failed: names a sentence of the screen. */
  problem: nullable(text()),
  cases: Type.Integer(),
  done: Type.Integer(),
  /** How many sheets the file holds: of the others there was none. */
  printed: Type.Integer(),
  bytes: nullable(Type.Integer()),
  createdAt: text(),
  /** It is deleted then. */
  expiresAt: text(),
});
export type PrintRun = Static<typeof PrintRun>;

/** GET /api/print-runs: mine, newest first. */
export const PrintRunList = closed({ runs: Type.Array(PrintRun) });
export type PrintRunList = Static<typeof PrintRunList>;
