import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { CaseContext } from './case.ts';
import type { Json, Logic } from './json.ts';
import type { CompiledLogic, Rule } from './logic.ts';
import type { EventCondition } from './route.ts';

/** What a bound guard knows of its transition. `by` is null on transitions that no person fires. */
export type GuardParams = { by: string[] | null; when: Logic | null; run: Rule | null };

/** One event as the machine sees it: who fires, and how its guards are decided. */
export type RouteCall = {
  by: string;
  /** ISO date and time. */
  now: string;
  /** Organisations by desk that a new round starts with. */
  desks: CaseContext['desks'];
  decide: (params: GuardParams, context: CaseContext) => boolean;
  compute: (run: Rule, context: CaseContext) => Json;
};

/** The machine's context: what is stored, and the call that is under way. The call never leaves the `route` room. */
export type MachineContext = { case: CaseContext; call: RouteCall };

/** A node of the machine that is active in a state, outermost first. */
export type ActiveNode = AnyMachineSnapshot['_nodes'][number];

/** Everything that a state value says without looking at a case; worked out once a value. */
export type StateInfo = {
  value: Json;
  /** The value as text: `pending.own`; the regions of a parallel state are joined by a blank. */
  text: string;
  snapshot: AnyMachineSnapshot;
  nodes: ActiveNode[];
  leaves: ActiveNode[];
  tags: string[];
  title: string;
  /** The title as it is written, in whatever language somebody looks: rules read it as `case.title`. */
  ruleTitle: string;
  holders: string[];
  /** Desks that may correct answers without holding the case. */
  correctors: string[];
  /** The queue that states name for a desk; null takes it out of all. */
  queues: Map<string, string | null>;
  login: boolean;
  /** Desks that hold the case may correct answers. */
  corrections: boolean;
  final: boolean;
};

/** What an event requires, as it runs: `require` must give true wherever `when` holds; without `when`, always. */
export type CompiledCondition = {
  definition: EventCondition;
  when?: CompiledLogic;
  require: CompiledLogic;
};

/** A route that runs: its XState machine, the guards bound to the closed dialect, and what stands beside it. */
export type RouteMachine = {
  machine: AnyStateMachine;
  initial: StateInfo;
  /** What a state value says. Throws where the machine has no such state. */
  info: (value: Json) => StateInfo;
  conditions: Record<string, CompiledCondition[]>;
  batches: Record<string, CompiledLogic>;
  /** The time limits of each state, by its path, in the order in which they are written. */
  limits: Record<string, string[]>;
  /** The dates of those that logic gives. */
  delays: Record<string, CompiledLogic>;
  /** What guards and actions read, as keys from the whole; null = everything, or what is never the same twice. */
  reads: () => readonly (readonly string[])[] | null;
};
