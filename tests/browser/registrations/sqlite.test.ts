import { it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { isFull } from '../../promises/scale.ts';
import { sharedBrowser } from '../../support/browser.ts';
import { playRegistrations } from '../registrar/index.ts';

const suite = sharedBrowser();

/** Inside npm test `keyboard.test.ts` registers one unit and one person of theirs, and `garden.test.ts` all of another's. */
it.runIf(isFull)(
  'the health titles on SQLite register units of every kind and people of every identity',
  () => playRegistrations(suite, HEALTH, 'sqlite'),
  600_000,
);
