import { type Static, Type } from 'typebox';
import { ActionView } from './cases.ts';
import { after, anyObject, closed, id, nullable, oneOf, subject, text, version } from './parts.ts';

/** GET /api/queues: the left menu of a desk; a route stands there once for each cycle that is at work. */
export const QueueMenu = Type.Array(
  closed({
    route: text(),
    title: text(),
    cycle: text(),
    /** Empty for accounts, which stand outside of cycles. */
    cycleTitle: text(),
    /** The cycle of new cases: where an address names no cycle. */
    serving: Type.Boolean(),
    subject,
    /** So many cases one call may fire at. */
    atOnce: Type.Integer(),
    queues: Type.Array(
      closed({
        id,
        title: text(),
        count: Type.Integer(),
        /** Counting stopped there: more wait than that. */
        more: Type.Boolean(),
        /** What stands there when nothing waits. */
        empty: text(),
        events: Type.Array(ActionView),
        batches: Type.Array(ActionView),
      }),
    ),
    rosters: Type.Array(closed({ id, title: text(), queues: Type.Array(text()) })),
    /** What can be printed of its cases, each on its own or many in one file. */
    sheets: Type.Array(closed({ id, title: text() })),
  }),
);
export type QueueMenu = Static<typeof QueueMenu>;

/** A line of a queue. `summary` follows the category's `summary`. */
export const QueueRow = closed({
  id,
  subject,
  category: text(),
  categoryTitle: text(),
  name: text(),
  organisation: text(),
  stateTitle: text(),
  round: Type.Integer(),
  version,
  since: text(),
  summary: Type.Array(closed({ title: text(), text: text() })),
  actions: Type.Array(text()),
});
export type QueueRow = Static<typeof QueueRow>;

/** The cycle whose cases are meant; absent: that of new cases. */
export const InCycle = closed({ cycle: Type.Optional(text(60)) });

/** GET /api/queues/:route/:queue?… */
export const QueueSearch = closed({
  cycle: Type.Optional(text(60)),
  after: Type.Optional(after),
  text: Type.Optional(text(100)),
});
export type QueueSearch = Static<typeof QueueSearch>;

/** One page, keyset. */
export const QueuePage = closed({ rows: Type.Array(QueueRow), after: nullable(text()) });
export type QueuePage = Static<typeof QueuePage>;

/** The queue in the order of a batch, with the line between those that it takes and the others. */
export const RankingView = closed({
  /** What puts it in order; each row has a value for each. */
  order: Type.Array(text()),
  /** How the values of each are written, where they are numbers of a field that says so. */
  numbers: Type.Array(nullable(text())),
  rows: Type.Array(
    closed({
      id,
      name: text(),
      organisation: text(),
      values: Type.Array(nullable(Type.Union([Type.Number(), text()]))),
      amount: nullable(Type.Number()),
      handedIn: text(),
      taken: Type.Boolean(),
      /** Only the time of handing in puts it before or behind another. */
      tied: Type.Boolean(),
    }),
  ),
  /** So many further down are not listed. */
  more: Type.Integer(),
  sum: nullable(
    closed({
      title: text(),
      number: nullable(text()),
      used: Type.Number(),
      upTo: Type.Number(),
      left: Type.Number(),
    }),
  ),
  /** Why the line cannot be drawn. */
  refusal: nullable(oneOf('tie', 'no-amount', 'no-line')),
  /** Of the list as it is shown; sent back with the batch. */
  seen: text(64),
});
export type RankingView = Static<typeof RankingView>;

/** GET /api/batches/:route/:event: the overview before a batch. */
export const BatchView = closed({
  allowed: Type.Boolean(),
  message: text(),
  count: Type.Integer(),
  aggregates: Type.Array(closed({ id, title: text(), number: nullable(text()), value: Type.Number() })),
  blockers: Type.Array(closed({ name: text(), organisation: text(), stateTitle: text() })),
  /** Of a batch that takes the first of its queue. */
  ranking: nullable(RankingView),
});
export type BatchView = Static<typeof BatchView>;

/** POST /api/batches/:route/:event: `confirmCount` is how many the person saw go, `seen` the list that they saw. */
export const BatchFiring = closed({
  confirmCount: version,
  seen: Type.Optional(text(64)),
  input: Type.Optional(anyObject()),
});
export type BatchFiring = Static<typeof BatchFiring>;
