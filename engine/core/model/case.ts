import type { Json, JsonObject } from './json.ts';
import type { Refusal } from './wire/errors.ts';

/** Since when a case is in a state that has time limits, and which of them are done with. */
export type Timer = { since: string; fired: string[] };

/** What a route remembers of a case besides the state value. */
export type CaseContext = {
  /** 0 before the first submission. */
  round: number;
  /** Desks that passed in this round. */
  acted: string[];
  /** The desk that sent it back last. */
  returnedBy: string | null;
  /** When the present state was entered; ISO date and time. */
  enteredAt: string;
  /** Organisation by desk, resolved at submission; null where nobody holds it. */
  desks: Record<string, string | null>;
  /** What actions of type `set` keep. */
  vars: JsonObject;
  /** Where history states lead back to: ids of states by the id of the history state. Absent where there is none. */
  history?: Record<string, string[]>;
  /** Of the present states with time limits, by their path. Absent where there is none. */
  timers?: Record<string, Timer>;
};

/** A case's place on its route: the XState value and a small context. All that is stored of the machine. */
export type CaseState = { value: Json; context: CaseContext };

/** `by` is the desk under which the actor acts, `applicant`, or `system`. */
export type RouteEvent = { type: string; by: string; input?: JsonObject; now: string };

/** Something that a transition asks of the world; carried out in the transaction that stores the step. */
export type Effect = { type: string; params: JsonObject };

export type { Refusal };

/** Where an event leads and what it asks of the world, or why it does not. */
export type StepResult = { next: CaseState; effects: Effect[] } | { refused: Refusal };
