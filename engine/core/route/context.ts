import type { CaseContext } from '#core/model/index.ts';
import type { MachineContext } from './machine.ts';

type Change = (context: MachineContext) => Partial<CaseContext>;

/** A submission: nobody has acted, and the organisations of this moment serve. */
export const startRound: Change = ({ case: kept, call }) => ({
  round: kept.round + 1,
  acted: [],
  desks: call.desks,
});

/** The acting desk has passed the case in this round. */
export const markActed: Change = ({ case: kept, call }) => ({
  acted: [...new Set([...kept.acted, call.by])],
});

/** All passes are void; who sent it back is kept. */
export const clearRound: Change = ({ call }) => ({ acted: [], returnedBy: call.by });

/** A value that rules read later as `case.vars.<key>`. */
export function setVar(context: MachineContext, { key, run }: SetParams): Partial<CaseContext> {
  const value = context.call.compute(run, context.case);
  return { vars: { ...context.case.vars, [key]: value } };
}

export type SetParams = { key: string; run: Parameters<MachineContext['call']['compute']>[0] };
