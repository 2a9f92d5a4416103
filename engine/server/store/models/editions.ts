import { at, id, json, nullable, primary, text } from '../columns.ts';
import { table } from '../table.ts';
import type { EditionRecord } from '../types.ts';

export const editionTable = table<EditionRecord>('editions', {
  hash: primary(text(64)),
  programme: id(),
  cycle: text(60),
  definition: json(),
  status: text(20),
  publishedAt: nullable(at()),
});
