import { afterAll, beforeAll } from 'vitest';
import { Client } from '../journeys/client.ts';
import { type RunningServer, type Size, sharedBrowser, startServer, type WatchedPage } from './browser.ts';
import { enter as enterPage } from './users.ts';

type Demonstration = {
  server: () => RunningServer;
  /** Name and first password of somebody of the demonstration. */
  account: (username: string) => RunningServer['accounts'][number];
  /** The first page of somebody of the demonstration, who has logged in over HTTP: the login page has its own tests. */
  enter: (username: string, size?: Size, locale?: string) => Promise<WatchedPage>;
};

/** A server on which the programme's demonstration was played, and pages of its people, for the tests of one file. */
export function demonstration(programme: string): Demonstration {
  const suite = sharedBrowser();
  let running: RunningServer | undefined;
  beforeAll(async () => {
    running = await startServer(programme, suite.pages);
  });
  afterAll(() => running?.close());
  const server = (): RunningServer => {
    if (!running) throw new Error('the demonstration is there inside a test alone');
    return running;
  };
  const account = (username: string) => {
    const found = server().accounts.find((one) => one.username === username);
    if (!found) throw new Error(`the demonstration has no account ${username}`);
    return found;
  };
  const enter = async (username: string, size?: Size, locale?: string): Promise<WatchedPage> => {
    const { origin } = server();
    const { password } = account(username);
    const client = new Client(origin);
    await client.must(client.prove('/api/session', { username, password }));
    const watched = await suite.open(size, locale);
    await enterPage(watched.page, origin, client, '/');
    return watched;
  };
  return { server, account, enter };
}
