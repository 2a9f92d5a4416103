import { at, id, integer, nullable, primary, text, within } from '../columns.ts';
import { table } from '../table.ts';
import type { FileRow } from '../types.ts';

export const fileTable = table<FileRow>('files', {
  id: primary(id()),
  caseId: within('cases', id()),
  section: id(),
  row: nullable(id()),
  slot: id(),
  name: text(255),
  mediaType: text(100),
  bytes: integer(),
  pages: nullable(integer()),
  sha256: text(64),
  createdAt: at(),
  revision: nullable(text(16)),
});
