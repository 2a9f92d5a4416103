import type { Challenge } from 'altcha-lib';
import { type Static, Type } from 'typebox';
import { anyObject, closed, text } from './parts.ts';

/**
 * POST /api/challenges: a task for the visitor's machine. The solver's library makes it; only what every solver reads
 * is listed.
 */
export const HumanTask = Type.Unsafe<Challenge>(closed({ parameters: anyObject(), signature: text() }));
export type HumanTask = Static<typeof HumanTask>;
