import { accounts } from './accounts.ts';
import { cases } from './cases.ts';
import { desks } from './desks.ts';
import { editions } from './editions.ts';
import { moves } from './moves.ts';
import { replayed } from './replays.ts';
import { session } from './session.ts';
import type { Acts, World } from './world.ts';

export { World } from './world.ts';

/** Every write that somebody who is logged in may send, each accepted as things stand. */
export const actsOf = (world: World): Acts => ({
  ...session(world),
  ...accounts(world),
  ...cases(world),
  ...desks(world),
  ...editions(world),
  ...moves(world),
  ...replayed(world),
});
