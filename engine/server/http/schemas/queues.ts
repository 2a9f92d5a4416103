/** The queues of a desk and their batches. */
import { flag, id, listOf, nullable, object, real, text, version, whole } from '../schema.ts';
import { action } from './cases.ts';
import { subject } from './shared.ts';

const summary = listOf(object({ title: text(), text: text() }));

export const queuePage = object({
  rows: listOf(
    object({
      id,
      subject,
      category: text(),
      categoryTitle: text(),
      name: text(),
      organisation: text(),
      stateTitle: text(),
      round: whole,
      version,
      since: text(),
      summary,
      actions: listOf(text()),
    }),
  ),
  after: nullable(text()),
});

const queue = object({
  id,
  title: text(),
  count: whole,
  empty: text(),
  events: listOf(action),
  batches: listOf(action),
});

export const queueMenu = listOf(
  object({
    route: text(),
    title: text(),
    subject,
    queues: listOf(queue),
    rosters: listOf(object({ id, title: text(), queues: listOf(text()) })),
  }),
);

export const batch = object({
  allowed: flag,
  message: text(),
  count: whole,
  aggregates: listOf(object({ id, title: text(), value: real })),
  blockers: listOf(object({ name: text(), organisation: text(), stateTitle: text() })),
});
