import { type Static, Type } from 'typebox';
import { closed, filledText, id, nullable, oneOf, text } from './parts.ts';

/** One evidence file, standing in a slot of a section or of a row. */
export const FileRef = closed({
  id,
  section: text(),
  slot: text(),
  row: Type.Optional(text()),
  name: text(),
  mediaType: text(),
  bytes: Type.Integer(),
  /** Pages of a PDF; null for other types. */
  pages: nullable(Type.Integer()),
  sha256: text(),
  /** In a slot for a signed print: the sheet's revision when the file was put there. */
  revision: Type.Optional(text()),
  /**
   * `held`: it waits for the safety check, and nobody may open it. `infected`: malware was found and its content is
   * gone; what is left says so until somebody removes it or puts another file there. Absent: in order.
   */
  state: Type.Optional(oneOf('held', 'infected')),
});
export type FileRef = Static<typeof FileRef>;

/** PUT /api/cases/:id/files?…: the slot that the file goes into, and the file's own name. */
export const FileSlot = closed({ section: id, slot: id, row: Type.Optional(id), name: filledText(255) });
export type FileSlot = Static<typeof FileSlot>;
