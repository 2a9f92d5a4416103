import { type Static, Type } from 'typebox';
import type { JsonObject } from '../json.ts';
import { anyObject, closed, oneOf } from './parts.ts';

/** GET /api/cases/:id/sheets/:sheet?… */
export const SheetFormat = closed({ format: Type.Optional(oneOf('html', 'pdf')) });
export type SheetFormat = Static<typeof SheetFormat>;

/** PUT /api/cases/:id/sheets/:sheet/settings: what is left out goes back to its preset. */
export const SheetChange = Type.Unsafe<JsonObject>({ type: 'object', maxProperties: 50 });
export type SheetChange = Static<typeof SheetChange>;

/** What can be set for printing a sheet, and what this case has set. */
export const SheetSettings = closed({ schema: anyObject(), settings: anyObject() });
export type SheetSettings = Static<typeof SheetSettings>;
