import { describe, it } from 'vitest';
import { GARDEN } from '../../journeys/harness.ts';
import { sharedBrowser } from '../../support/browser.ts';
import { playRegistrations, Registrar } from '../registrar/index.ts';

const suite = sharedBrowser();

describe('another programme', () => {
  it('registers units of every kind and people of every identity', async () => {
    const registrar = await Registrar.open({ definitions: GARDEN, pages: suite.pages });
    const watched = await suite.open();
    try {
      await playRegistrations(registrar, watched);
    } finally {
      await watched.page.context().close();
      await registrar.server.stop();
    }
  }, 600_000);
});
