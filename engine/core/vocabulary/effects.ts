import { type Command, NO_PARAMS } from './commands.ts';

const OF_APPLICATIONS: Command = { subject: 'application', params: NO_PARAMS };
const OF_ACCOUNTS: Command = { subject: 'account', params: NO_PARAMS };

const table = {
  /** The event's input becomes a section, or one field of it, or each of several. */
  write: {
    subject: 'any',
    params: {
      type: 'object',
      additionalProperties: false,
      required: ['section'],
      properties: {
        section: { type: 'string' },
        field: { type: ['string', 'array'], minItems: 1, uniqueItems: true, items: { type: 'string' } },
        source: { type: 'string' },
      },
    },
  },
  /** A section or fields of it are emptied; without parameters everything that holds for the round alone. */
  clear: {
    subject: 'any',
    params: {
      type: 'object',
      additionalProperties: false,
      dependentRequired: { field: ['section'] },
      properties: {
        section: { type: 'string' },
        field: { type: ['string', 'array'], minItems: 1, uniqueItems: true, items: { type: 'string' } },
        source: { type: 'string' },
      },
    },
  },
  /** The rows that the input names are struck: they stay, but leave the sheets that the section says. */
  strike: OF_APPLICATIONS,
  /** The rows that the input names count again. */
  unstrike: OF_APPLICATIONS,

  /** The application is destroyed with its answers and files. */
  erase: OF_APPLICATIONS,
  /** The person cannot apply again in this cycle. */
  ban: OF_APPLICATIONS,
  /** The person may apply again in this cycle. */
  liftBan: OF_APPLICATIONS,

  /** The account may log in. */
  activate: OF_ACCOUNTS,
  /** The account may no longer log in; every session of it ends. */
  deactivate: OF_ACCOUNTS,
  /** The account is deleted and its unique values are free again. */
  release: OF_ACCOUNTS,
} satisfies Record<string, Command>;

/** The name of an effect; the server has a handler for each. */
export type EffectName = keyof typeof table;

/** What a transition may ask of the world, by name. The server carries them out. */
export const effects: ReadonlyMap<string, Command> = new Map(Object.entries(table));
