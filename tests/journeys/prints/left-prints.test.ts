/** A page that is closed takes its prints out of the queue. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCycle } from '#server/seed/index.ts';
import { audit } from '#server/store/index.ts';
import type { Client } from '../client.ts';
import { GARDEN, startServer, type TestServer } from '../harness.ts';
import { Stage } from '../stage.ts';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

describe.runIf(existsSync(CHROMIUM))('a print whose page is closed while it waits', () => {
  let server: TestServer;
  let who: Client;
  let left: string;
  let wanted: string;
  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN, changes: { chromiumPath: CHROMIUM } });
    await openCycle(server.services);
    const stage = await Stage.open(server);
    who = await stage.organisation('north-gardens');
    [left = '', wanted = ''] = await Promise.all(
      ['first', 'second'].map(async (name, at) => {
        const person = await stage.person('gardener-a', `left-${name}`, { cardNumber: `LP${100_000 + at}` });
        const id = await stage.fill(person, 'complete');
        await stage.fire(person, id, 'SUBMIT');
        return id;
      }),
    );
  });
  afterAll(() => server?.stop());

  const sheetOf = (id: string, signal?: AbortSignal) =>
    fetch(`${server.origin}/api/cases/${id}/sheets/card.pdf`, {
      headers: { cookie: who.cookie },
      ...(signal && { signal }),
    });
  const printed = async () =>
    (await audit.list(server.services.db, { action: 'print', limit: 200 })).rows.map(
      ({ subject }) => subject,
    );

  it('is never made: what the same person asks for next comes in its place', async () => {
    const rows = '<p>x</p>'.repeat(3_000);
    const busy = [1, 2].map((one) => server.services.printer.pdf({ html: `${one}${rows}`, watermark: null }));
    const page = new AbortController();
    // Both pages of the printer are at work: what comes now waits.
    const closed = sheetOf(left, page.signal);
    setTimeout(() => page.abort(), 200);
    await expect(closed).rejects.toThrow();
    expect((await sheetOf(wanted)).status).toBe(200);
    await Promise.all(busy);
    expect(await printed()).toEqual([wanted]);
  });
});
