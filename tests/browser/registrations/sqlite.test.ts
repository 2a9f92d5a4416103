import { it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { sharedBrowser } from '../../support/browser.ts';
import { playRegistrations } from '../registrar/index.ts';

const suite = sharedBrowser();

it(
  'the health titles on SQLite register units of every kind and people of every identity',
  () => playRegistrations(suite, HEALTH, 'sqlite'),
  600_000,
);
