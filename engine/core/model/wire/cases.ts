import { type Static, Type } from 'typebox';
import type { Facts } from '../application.ts';
import type { CaseContext } from '../case.ts';
import type { JsonObject } from '../json.ts';
import { FileRef } from './files.ts';
import { anyJson, anyObject, closed, id, mapOf, nullable, oneOf, subject, text, version } from './parts.ts';

/** An action that is offered on a case right now. */
export const ActionView = closed({
  event: text(),
  by: text(),
  title: text(),
  primary: Type.Boolean(),
  danger: Type.Boolean(),
  bulk: Type.Boolean(),
  /** Until when it may be fired: a date and time, or the last day. */
  until: Type.Optional(text()),
  confirm: Type.Optional(text()),
  input: Type.Optional(closed({ schema: anyObject(), ui: anyObject() })),
});
export type ActionView = Static<typeof ActionView>;

/** The answers of a section at a version; version 0 was never saved. */
export const SectionRecord = closed({ value: anyJson, version, savedAt: nullable(text()) });
/** The answers of a section at a version; version 0 was never saved. */
export type SectionRecord = Static<typeof SectionRecord>;

/** An event of the case's history as a reader of the case sees it. */
export const EventView = closed({
  id,
  at: text(),
  event: text(),
  title: text(),
  by: text(),
  byTitle: text(),
  who: text(),
  organisation: nullable(text()),
  round: Type.Integer(),
  input: anyObject(),
});
/** An event of the case's history as a reader of the case sees it. */
export type EventView = Static<typeof EventView>;

/** A station of the route as the applicant sees it. */
export const StationView = closed({
  title: text(),
  status: oneOf('done', 'current', 'ahead'),
  /** The desks that hold it; several where they work in parallel. */
  organisations: Type.Array(text()),
  since: nullable(text()),
});
export type StationView = Static<typeof StationView>;

/** GET /api/cases/:id: a case opened for filling or for reading. */
export const CaseView = closed({
  id,
  subject,
  /** Whose case it is, as queues show it. */
  name: text(),
  organisation: text(),
  category: text(),
  categoryTitle: text(),
  edition: id,
  state: closed({ value: anyJson, context: anyObject<CaseContext>() }),
  stateTitle: text(),
  tags: Type.Array(text()),
  version,
  /** The roles in which this user may act on the case: `applicant` and the desks that their organisation holds. */
  roles: Type.Array(text()),
  /** May write now, and as whom. */
  editingAs: nullable(text()),
  /** Sensitive answers are masked; each may be asked for by itself. */
  masked: Type.Boolean(),
  facts: anyObject<Facts>(),
  sections: mapOf(SectionRecord),
  files: Type.Array(FileRef),
  strikes: Type.Array(closed({ section: text(), row: text() })),
  bytes: closed({ used: Type.Integer(), limit: Type.Integer(), file: Type.Integer() }),
  actions: Type.Array(ActionView),
  events: Type.Array(EventView),
  stations: Type.Array(StationView),
  /** Until when it may stand where it stands: a moment or the last day, and what the time limit is called. */
  limits: Type.Array(closed({ at: text(), title: nullable(text()) })),
  /** `settable`: how it is printed can be set. `freezes`: its print is frozen in some state. */
  sheets: Type.Array(
    closed({
      id,
      title: text(),
      formats: Type.Array(oneOf('html', 'pdf')),
      settable: Type.Optional(Type.Boolean()),
      freezes: Type.Optional(Type.Boolean()),
    }),
  ),
});
export type CaseView = Static<typeof CaseView>;

/** GET /api/cases/:id/sensitive?…: `path` is a pointer inside the section. */
export const SensitivePlace = closed({ section: id, path: text(200) });
export type SensitivePlace = Static<typeof SensitivePlace>;

/** One sensitive answer, whole. */
export const SensitiveValue = closed({ value: anyJson });
/** One sensitive answer, whole. */
export type SensitiveValue = Static<typeof SensitiveValue>;

/** PUT /api/cases/:id/sections/:section: the answers, and the version that they were read at. */
export const SectionSave = closed({ version, value: anyJson });
export type SectionSave = Static<typeof SectionSave>;

/** What somebody filled in along with an event. */
const input = Type.Optional(anyObject<JsonObject>());

/** POST /api/cases/:id/events. */
export const Firing = closed({ event: text(64), by: Type.Optional(text(64)), input, version });
export type Firing = Static<typeof Firing>;

/** How many cases one call may fire at: a busy morning of a large desk. */
export const CASES_AT_ONCE = 500;

/** POST /api/events: all or none, at most `CASES_AT_ONCE`; more are refused with a sentence of their own. */
export const BulkFiring = closed({
  event: text(64),
  cases: Type.Array(closed({ id, version }), { minItems: 1, maxItems: 100 * CASES_AT_ONCE }),
  input,
});
export type BulkFiring = Static<typeof BulkFiring>;

/** POST /api/cases/:id/events and POST /api/events answer with what became of each case. */
export const FiredView = closed({
  cases: Type.Array(closed({ id, version, stateTitle: text() })),
  warnings: Type.Array(text()),
});
export type FiredView = Static<typeof FiredView>;
