import type { CaseContext, JsonObject } from '#core/model/index.ts';
import { type Command, NO_PARAMS } from './commands.ts';

/** What an action sees of its event: the desk that acts, and the organisations by desk of this moment. */
type ActionCall = { by: string; desks: CaseContext['desks'] };

/**
 * `logic` names the params that are logic: they are computed at the event, and `change` is given the values. Only a
 * `conditional` one takes `when`: rounds and passes decide over queues, which are computed without knowing any case.
 */
type Action = Command & {
  conditional: boolean;
  logic?: readonly string[];
  change: (kept: CaseContext, call: ActionCall, params: JsonObject) => Partial<CaseContext>;
};

const plain = { subject: 'any', params: NO_PARAMS, conditional: false } as const;

const table: Record<string, Action> = {
  /** A new round begins: it counts up, nobody has acted in it, and the organisations of this moment serve. */
  startRound: {
    ...plain,
    change: ({ round }, { desks }) => ({ round: round + 1, acted: [], desks }),
  },
  /** The desk that acts has passed the case in this round. */
  markActed: {
    ...plain,
    change: ({ acted }, { by }) => ({ acted: [...new Set([...acted, by])] }),
  },
  /** The passes of this round are void; the case remembers which desk returned it. */
  clearRound: {
    ...plain,
    change: (_kept, { by }) => ({ acted: [], returnedBy: by }),
  },
  /** Keeps a computed value with the case, read as `case.vars.<key>`. */
  set: {
    subject: 'any',
    params: {
      type: 'object',
      additionalProperties: false,
      required: ['key', 'value'],
      properties: {
        key: { type: 'string', pattern: '^[a-z][A-Za-z0-9]{0,39}$' },
        value: { type: ['null', 'boolean', 'number', 'string', 'array', 'object'] },
        source: { type: 'string' },
      },
    },
    conditional: true,
    logic: ['value'],
    change: ({ vars }, _call, { key, value = null }) => ({ vars: { ...vars, [String(key)]: value } }),
  },
};

/** What a transition may do to the case's own context, by name. */
export const actions: ReadonlyMap<string, Action> = new Map(Object.entries(table));
