import { it } from 'vitest';
import { GARDEN } from '../../journeys/harness.ts';
import { sharedBrowser } from '../../support/browser.ts';
import { playRegistrations } from '../registrar/index.ts';

const suite = sharedBrowser();

it(
  'another programme registers units of every kind and people of every identity',
  () => playRegistrations(suite, GARDEN, 'sqlite'),
  600_000,
);
