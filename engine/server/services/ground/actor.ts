import type { Ability } from '#core/model/index.ts';

/** Who asks: a user that is logged in, with what their role may do. */
export type Actor = {
  userId: string;
  username: string;
  name: string;
  role: string;
  abilities: Ability[];
  organisationId: string | null;
  /** The case of their own registration. */
  caseId: string | null;
  /** Registered as a person, not as the staff of an organisation. */
  isPerson: boolean;
  /** The language that they have chosen; null = none yet. */
  language: string | null;
  mustChangePassword: boolean;
  /** Their role asks for a second factor that they have not set up; until then they may do nothing else. */
  mustEnrol: boolean;
  /** The session in use, which outlives a change of password; null where the demonstration plays a person. */
  session: string | null;
};

/** Whether the actor's role has the ability. */
export const can = (actor: Actor, ability: Ability): boolean => actor.abilities.includes(ability);
