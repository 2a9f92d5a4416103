import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { assign, setup } from 'xstate';
import type { CaseContext, Json, JsonObject, MachineConfig, Rule } from '#core/model/index.ts';
import { clearRound, markActed, type SetParams, setVar, startRound } from './context.ts';

/** What a bound guard knows of its transition. `by` is null on transitions that no person fires. */
export type GuardParams = { by: string[] | null; run: Rule | null; index: number };

/** One event as the machine sees it: who fires, when, and how its guards are decided. */
export type RouteCall = {
  by: string;
  now: string;
  /** Organisations by desk that a new round starts with. */
  desks: CaseContext['desks'];
  /** Set once a transition is taken that somebody fires: a step may change nothing and still count. */
  taken: boolean;
  decide: (params: GuardParams, context: CaseContext) => boolean;
  compute: (run: Rule, context: CaseContext) => Json;
};

/** The machine's context: what is stored, and the call that is under way. The call never leaves the room. */
export type MachineContext = { case: CaseContext; call: RouteCall };

export type BoundAction = { type: string; params?: JsonObject };

const keep = (context: MachineContext, change: Partial<CaseContext>) => ({
  case: { ...context.case, ...change },
});

function admit({ call, case: kept }: MachineContext, params: GuardParams): boolean {
  const admitted = call.decide(params, kept);
  if (admitted && params.by !== null) call.taken = true;
  return admitted;
}

const workshop = setup({
  types: { context: {} as MachineContext, events: {} as { type: string } },
  guards: {
    rule: ({ context }: { context: MachineContext }, params: GuardParams) => admit(context, params),
  },
  actions: {
    startRound: assign(({ context }) => keep(context, startRound(context))),
    markActed: assign(({ context }) => keep(context, markActed(context))),
    clearRound: assign(({ context }) => keep(context, clearRound(context))),
    set: assign(({ context }, params: SetParams) => keep(context, setVar(context, params))),
  },
});

/**
 * Makes an XState machine of a bound config (its guards and `set` actions carry closures by now).
 * Whatever else a definition names as an action comes out as an effect.
 * Throws what XState throws when a target does not exist.
 */
export function createRouteMachine(config: MachineConfig): AnyStateMachine {
  const withContext = { ...config, context: {} };
  return workshop.createMachine(withContext as unknown as Parameters<typeof workshop.createMachine>[0]);
}

export type { AnyMachineSnapshot, AnyStateMachine };
