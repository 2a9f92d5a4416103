/** A case, opened or listed, and what is fired at it. */
import {
  anything,
  flag,
  id,
  listOf,
  mapOf,
  nullable,
  object,
  oneOf,
  text,
  version,
  whole,
} from '../schema.ts';
import { bag, described, fileRef, sectionRecord, subject } from './shared.ts';

export const action = object({
  event: text(),
  by: text(),
  title: text(),
  primary: flag,
  danger: flag,
  bulk: flag,
  'confirm?': text(),
  'input?': object({ schema: bag, ui: bag }),
});

const event = object({
  id,
  at: text(),
  event: text(),
  title: text(),
  by: text(),
  byTitle: text(),
  who: text(),
  organisation: nullable(text()),
  round: whole,
  input: bag,
});

const station = object({
  title: text(),
  status: oneOf('done', 'current', 'ahead'),
  organisations: listOf(text()),
  since: nullable(text()),
});

export const caseView = object({
  id,
  subject,
  name: text(),
  organisation: text(),
  category: text(),
  categoryTitle: text(),
  edition: id,
  state: object({ value: anything, context: bag }),
  stateTitle: text(),
  tags: listOf(text()),
  version,
  as: listOf(text()),
  editingAs: nullable(text()),
  masked: flag,
  facts: bag,
  sections: mapOf(sectionRecord),
  files: listOf(fileRef),
  strikes: listOf(object({ section: text(), row: text() })),
  bytes: object({ used: whole, limit: whole, file: whole }),
  actions: listOf(action),
  events: listOf(event),
  stations: listOf(station),
  sheets: listOf(object({ id, title: text(), formats: listOf(oneOf('html', 'pdf')) })),
});

export const home = object({
  applications: listOf(
    object({
      id,
      category: text(),
      categoryTitle: text(),
      stateTitle: text(),
      updatedAt: text(),
      cycle: text(),
    }),
  ),
  offered: listOf(described),
  barred: nullable(text()),
});

export const fired = object({
  cases: listOf(object({ id, version, stateTitle: text() })),
  warnings: listOf(text()),
});

export const sheetSettings = object({ schema: bag, settings: bag });
