/** What a transition may ask of the world, by name. The server carries them out. */
import type { ActionDefinition } from '../actions/action.ts';
import { activate } from './activate.ts';
import { bar } from './bar.ts';
import { deactivate } from './deactivate.ts';
import { erase } from './erase.ts';
import { liftBar } from './liftBar.ts';
import { release } from './release.ts';
import { strike } from './strike.ts';
import { unstrike } from './unstrike.ts';
import { write } from './write.ts';

const all: ActionDefinition[] = [
  // answers
  write,
  strike,
  unstrike,
  // the application
  erase,
  bar,
  liftBar,
  // the account
  activate,
  deactivate,
  release,
];

export const effects: Readonly<Record<string, ActionDefinition>> = Object.fromEntries(
  all.map((effect) => [effect.name, effect]),
);
