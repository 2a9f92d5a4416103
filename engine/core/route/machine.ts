import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { setup } from 'xstate';
import type { CaseContext, JsonObject, MachineConfig, Rule, RuleData } from '../model/index.ts';
import { contextActions } from './context.ts';

/** What a bound guard knows of its transition. `by` is null on transitions that no person fires. */
export type GuardParams = { by: string[] | null; run: Rule | null; index: number };

/** One event as the machine sees it: who fires, when, and how its guards are decided. */
export type RouteCall = {
  by: string;
  now: string;
  /** Organisations by desk that a new round starts with. */
  desks: CaseContext['desks'];
  decide: (params: GuardParams, context: CaseContext) => boolean;
  compute: (run: Rule, context: CaseContext) => RuleData[string];
};

/** The machine's context: what is stored, and the call that is under way. The call never leaves the room. */
export type MachineContext = { case: CaseContext; call: RouteCall };

export type BoundAction = { type: string; params?: JsonObject };

const rooms = setup({
  types: { context: {} as MachineContext, events: {} as { type: string } },
  guards: {
    rule: ({ context }, params: GuardParams) => context.call.decide(params, context.case),
  },
  actions: contextActions,
});

/**
 * Makes an XState machine of a bound config (guards and context actions carry closures by now).
 * Throws what XState throws when a target does not exist.
 */
export function createRouteMachine(config: MachineConfig): AnyStateMachine {
  const withContext = { ...config, context: {} };
  return rooms.createMachine(withContext as unknown as Parameters<typeof rooms.createMachine>[0]);
}

export type { AnyMachineSnapshot, AnyStateMachine };
