/** What a transition may do to the case's own context, by name. */
import type { ActionDefinition } from './action.ts';
import { clearRound } from './clearRound.ts';
import { markActed } from './markActed.ts';
import { set } from './set.ts';
import { startRound } from './startRound.ts';

const all: ActionDefinition[] = [
  // rounds
  startRound,
  markActed,
  clearRound,
  // memory
  set,
];

export const actions: Readonly<Record<string, ActionDefinition>> = Object.fromEntries(
  all.map((action) => [action.name, action]),
);
