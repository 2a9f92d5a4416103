/** A server on which there is no programme yet, and the windows of those who use it, for the tests of one file. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { startServer, type TestServer } from '../../journeys/harness.ts';
import { PASSWORD } from '../../journeys/stage.ts';
import { sharedBrowser, type WatchedPage } from '../../support/browser.ts';
import { chromiumPath } from '../../support/chromium.ts';
import { fillCredentials, typeLogin } from '../../support/users.ts';

export type FreshServer = {
  readonly server: TestServer;
  /** The window of somebody: the same one from the first time on. */
  windowOf: (who: string) => Promise<Page>;
  /** Logs somebody in with the password of the tests, in their own window. */
  logIn: (who: string) => Promise<Page>;
  /** The first administrator comes by the one-time link, and logs in. */
  setUp: (who: string, name: string) => Promise<Page>;
};

export function freshServer(): FreshServer {
  const suite = sharedBrowser();
  const open = new Map<string, WatchedPage>();
  let held: TestServer | undefined;
  const server = () => {
    if (!held) throw new Error('there is a server inside a test alone');
    return held;
  };
  beforeAll(async () => {
    const changes = { chromiumPath: chromiumPath() ?? null };
    held = await startServer({ definitions: null, pages: suite.pages, changes });
  });
  afterAll(async () => {
    const all = [...open.values()];
    for (const { page } of all) await page.context().close();
    await held?.stop();
    expect(all.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  const windowOf = async (who: string): Promise<Page> => {
    const watched = open.get(who) ?? (await suite.open());
    open.set(who, watched);
    return watched.page;
  };
  const logIn = async (who: string): Promise<Page> => {
    const page = await windowOf(who);
    await typeLogin(page, server().origin, who, PASSWORD);
    return page;
  };
  const setUp = async (who: string, name: string): Promise<Page> => {
    const page = await windowOf(who);
    await page.goto(`${server().origin}/setup/${server().setups[0]?.token}`);
    await page.locator('#name').fill(name);
    await fillCredentials(page, who, PASSWORD);
    await page.locator('form button[type=submit]').click();
    await page.locator('main [role=status]').waitFor();
    await logIn(who);
    await page.locator('.header').waitFor();
    return page;
  };
  return {
    get server() {
      return server();
    },
    ...{ windowOf, logIn, setUp },
  };
}
