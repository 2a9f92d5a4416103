import { assign } from 'xstate';
import type { CaseContext, Rule } from '../model/index.ts';
import type { MachineContext } from './machine.ts';

type Args = { context: MachineContext };

const changed = (context: MachineContext, patch: Partial<CaseContext>) => ({
  case: { ...context.case, ...patch },
});

/** The actions that change what a route remembers. Whatever else a definition names is an effect. */
export const contextActions = {
  startRound: assign(({ context }: Args) =>
    changed(context, { round: context.case.round + 1, acted: [], desks: context.call.desks }),
  ),
  markActed: assign(({ context }: Args) =>
    changed(context, { acted: [...new Set([...context.case.acted, context.call.by])] }),
  ),
  clearRound: assign(({ context }: Args) => changed(context, { acted: [], returnedBy: context.call.by })),
  set: assign(({ context }: Args, params: { key: string; run: Rule }) => {
    const value = context.call.compute(params.run, context.case);
    return changed(context, { vars: { ...context.case.vars, [params.key]: value } });
  }),
};
