import type { Challenge } from 'altcha-lib';
import { type Static, Type } from 'typebox';
import { anyObject, closed, text } from './parts.ts';

/**
 * POST /api/challenges: a task for the machine that asks. Made by the solver's library; only what every solver reads
 * is named.
 */
export const HumanTask = Type.Unsafe<Challenge>(closed({ parameters: anyObject(), signature: text() }));
export type HumanTask = Static<typeof HumanTask>;
