import { it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { databaseKinds } from '../../journeys/kinds.ts';
import { isFull } from '../../promises/scale.ts';
import { sharedBrowser } from '../../support/browser.ts';
import { playRegistrations } from '../registrar/index.ts';

const suite = sharedBrowser();

it.runIf(isFull && databaseKinds.includes('mariadb'))(
  'the health titles on MariaDB register units of every kind and people of every identity',
  () => playRegistrations(suite, HEALTH, 'mariadb'),
  600_000,
);
