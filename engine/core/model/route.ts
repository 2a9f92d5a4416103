import type { FieldSchema, Json, Logic } from './json.ts';
import type { UiHints } from './section.ts';

/** How a desk finds the organisation that holds it, from the applicant's organisation upwards. */
export type DeskFinder =
  | { self: true; where?: Logic }
  | { ancestor: string[]; orSelf?: boolean; from?: string; where?: Logic }
  | { child: string[]; of: string; where?: Logic };

/** A part in the route that an organisation plays; of several ways to find it the first counts that finds somebody. */
export type DeskDefinition = { title: string; find: DeskFinder | DeskFinder[] };

/**
 * A queue. `holds` fills it without anything in the states: `current` = cases whose state names the desk,
 * `acted` = cases that the desk passed in this round.
 */
export type QueueDefinition = { title: string; holds?: 'current' | 'acted'; empty?: string };

/** A number over all cases of the route below an organisation, read by rules as `subtree.<id>`. */
export type AggregateDefinition = {
  title: string;
  count?: true;
  sum?: string;
  tags?: string[];
  category?: string;
};

/** What puts the cases of a queue in order: the first that differs decides. */
export type RankOrder = { title: string; value: Logic; descending?: boolean };

/**
 * How far down the order a batch goes: the first `count`, or as long as the sum of `value` is at most `upTo`. `count`
 * and `upTo` read `cycle`, `now` and `subtree`.
 */
export type RankTake = { count: Logic } | { title: string; sum: Logic; upTo: Logic };

/** One event fired for a whole queue, or the first of it in an order: all or nothing. */
export type BatchDefinition = {
  queue: string;
  order?: RankOrder[];
  take?: RankTake;
  aggregates: Record<string, AggregateDefinition>;
  require: Logic;
  message: string;
  /** The aggregate whose cases are listed as blockers. */
  blockers?: string;
};

/** What must hold before the event fires; a `block` refuses it with its message. */
export type EventCondition = {
  id: string;
  when?: Logic;
  require: Logic;
  message: string;
  severity: 'block' | 'warn';
  source?: string;
};

/** What somebody does to a case, and how it is shown and asked for. */
export type EventDefinition = {
  title: string;
  /** Shown before firing; `{n}` and `{names}` are filled in. */
  confirm?: string;
  /** Drawn apart and red. */
  danger?: boolean;
  /** The one primary action where it is offered. */
  primary?: boolean;
  /** What has to be filled in with it: an object schema with its ui. */
  input?: { schema: FieldSchema; ui?: UiHints };
  /** May be fired for many selected cases, each by itself allowed. */
  bulk?: boolean;
  batch?: BatchDefinition;
  /** The answers must be free of blocking problems. */
  requiresValid?: boolean;
  conditions?: EventCondition[];
  /** Who finds it in the history of the case, besides whoever fired it; absent: whoever sees the case. */
  visibleTo?: string[];
  source?: string;
};

/** What a state says besides its transitions. */
export type StateMeta = {
  /** The desk (or desks) that holds the case; `applicant` while it is being filled. */
  desk?: string | string[];
  /** Desks that may correct answers here, where `editBy` lets them, although they do not hold the case. */
  corrects?: string | string[];
  /** Queue by desk, where it differs from what `holds` gives; null takes it out of every queue. */
  queues?: Record<string, string | null>;
  title?: string;
  /** accounts: who stands in this state may log in. */
  login?: boolean;
  /** False: no desk that holds the case corrects what the applicant wrote. */
  corrections?: boolean;
};

/** Who may take the transition. */
export type TransitionMeta = { by: string | string[]; title?: string };

/**
 * An XState machine as JSON: states, on, meta, tags, guards as `when` or of type `rule`, actions of
 * `vocabulary/actions`, some of them with `when`.
 */
export type MachineConfig = { id: string; initial?: string; [key: string]: Json | undefined };

/** How long a case may stay in a state, by name: so long, or until the date that logic gives. */
export type DelayDefinition = { title: string; source?: string } & ({ after: string } | { at: Logic });

/** A flow as applicants of a kind of organisation meet it. */
export type ChartDefinition = {
  id: string;
  title: string;
  kind: string;
  /** Whether a desk that need not exist does. */
  assume?: Record<string, boolean>;
  /** What rules read of this applicant, in place of nothing: `application`, `applicant`, … */
  facts?: Record<string, Json>;
};

/** The way of one kind of case: its desks, queues, events and machine. */
export type RouteDefinition = {
  id: string;
  title: string;
  subject: 'application' | 'account';
  desks: Record<string, DeskDefinition>;
  queues: Record<string, QueueDefinition>;
  events: Record<string, EventDefinition>;
  /** Time limits that have a name: states say in `after` what happens then. */
  delays?: Record<string, DelayDefinition>;
  /** The charts worth drawing. */
  charts?: ChartDefinition[];
  machine: MachineConfig;
  source?: string;
};
