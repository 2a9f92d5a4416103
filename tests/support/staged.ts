import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Client } from '../journeys/client.ts';
import { startServer, type TestServer } from '../journeys/harness.ts';
import { Stage } from '../journeys/stage.ts';
import { sharedBrowser, type WatchedPage } from './browser.ts';
import { enter } from './users.ts';

type Staged = {
  readonly server: TestServer;
  readonly stage: Stage;
  /** A page without a login. */
  fresh: (path?: string) => Promise<Page>;
  /** A page of somebody who has logged in over HTTP already. */
  desk: (client: Client, path?: string) => Promise<Page>;
};

/**
 * A server whose people come over HTTP and whose screens are used in the browser, for the tests of one file. At the
 * end every page is closed, and none may have complained. `changes`: what of the server's settings is another.
 */
export function staged(
  definitions: string,
  clock?: () => Date,
  changes: NonNullable<Parameters<typeof startServer>[0]>['changes'] = {},
): Staged {
  const suite = sharedBrowser();
  const open: WatchedPage[] = [];
  let held: { server: TestServer; stage: Stage } | undefined;
  const present = () => {
    if (!held) throw new Error('there is a server inside a test alone');
    return held;
  };
  beforeAll(async () => {
    const server = await startServer({ definitions, pages: suite.pages, clock, changes });
    held = { server, stage: await Stage.open(server) };
  });
  afterAll(async () => {
    for (const { page } of open) await page.context().close();
    await held?.server.stop();
    expect(open.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  const blank = async (): Promise<Page> => {
    const watched = await suite.open();
    open.push(watched);
    return watched.page;
  };
  return {
    get server() {
      return present().server;
    },
    get stage() {
      return present().stage;
    },
    fresh: async (path = '/') => {
      const page = await blank();
      await page.goto(`${present().server.origin}${path}`);
      return page;
    },
    desk: async (client, path = '/accounts') => {
      const page = await blank();
      await enter(page, present().server.origin, client, path);
      return page;
    },
  };
}
