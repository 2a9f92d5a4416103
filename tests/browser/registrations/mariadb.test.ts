import { describe, it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { databaseKinds } from '../../journeys/kinds.ts';
import { sharedBrowser } from '../../support/browser.ts';
import { playRegistrations, Registrar } from '../registrar/index.ts';

const suite = sharedBrowser();

describe.runIf(databaseKinds.includes('mariadb'))('the health titles on MariaDB', () => {
  it('registers units of every kind and people of every identity', async () => {
    const registrar = await Registrar.open({ definitions: HEALTH, pages: suite.pages, kind: 'mariadb' });
    const watched = await suite.open();
    try {
      await playRegistrations(registrar, watched);
    } finally {
      await watched.page.context().close();
      await registrar.server.stop();
    }
  }, 600_000);
});
