import { it } from 'vitest';
import { GARDEN } from '../../journeys/harness.ts';
import { sharedBrowser } from '../../support/browser.ts';
import { playRegistrations } from '../registrar/index.ts';

const suite = sharedBrowser();
/** Its choices are looked for as the programme is written: in English. */
const english: typeof suite = { ...suite, open: (size) => suite.open(size, 'en-GB') };

it(
  'another programme registers units of every kind and people of every identity',
  () => playRegistrations(english, GARDEN, 'sqlite'),
  600_000,
);
