import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrinterBusy } from '#server/print/index.ts';
import { GARDEN, startServer, type TestServer } from './harness.ts';
import { Stage } from './stage.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
/** Two are printed at once, a hundred wait. */
const FULL = 2 + 100;
/** So many, and the browser has been renewed among them. */
const RENEWED = 60;

describe.runIf(existsSync(CHROMIUM))('a print queue that is full', () => {
  let server: TestServer;
  let stage: Stage;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, changes: { chromiumPath: CHROMIUM } });
    stage = await Stage.open(server);
  });
  afterAll(() => server?.stop());

  it('answers 503 with a retry time, and prints what was waiting, also when the browser is renewed', async () => {
    const gardener = await stage.person('gardener-a');
    const id = await stage.fill(gardener, 'complete');
    const sheet = `/api/cases/${id}/sheets/card?format=pdf`;
    const { printer } = server.services;
    const crowd = Array.from({ length: FULL + 1 }, (_, at) =>
      printer.pdf({ html: `<!doctype html><title>${at}</title>${at}`, watermark: null }, `person-${at % 5}`),
    );
    const all = Promise.allSettled(crowd);
    const refused = await gardener.get(sheet);
    expect([refused.status, refused.body.code]).toEqual([503, 'busy']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await expect(crowd.at(-1)).rejects.toThrow(PrinterBusy);
    await Promise.all(crowd.slice(0, RENEWED));
    await printer.close();
    expect((await all).filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
  });
});
