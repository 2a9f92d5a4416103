import { type Static, Type } from 'typebox';
import type { JsonObject } from '../json.ts';
import { anyObject, closed, oneOf } from './parts.ts';

/** GET /api/cases/:id/sheets/:sheet?… */
export const SheetFormat = closed({ format: Type.Optional(oneOf('html', 'pdf')) });
export type SheetFormat = Static<typeof SheetFormat>;

/** PUT /api/cases/:id/sheets/:sheet/settings: what is left out goes back to its preset. */
export const SheetChange = Type.Unsafe<JsonObject>({ type: 'object', maxProperties: 50 });
export type SheetChange = Static<typeof SheetChange>;

/** GET /api/cases/:id/sheets/:sheet/length: how many pages it has now, and into how many it must fit. */
export const SheetLength = closed({ pages: Type.Integer(), most: Type.Integer() });
export type SheetLength = Static<typeof SheetLength>;

/** What can be set for printing a sheet, and what this case has set. */
export const SheetSettings = closed({ schema: anyObject(), settings: anyObject() });
export type SheetSettings = Static<typeof SheetSettings>;
