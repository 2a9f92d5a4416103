import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueueMenu } from '#core/model/wire/index.ts';
import type { Client } from '../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../journeys/harness.ts';
import { databaseKinds } from '../journeys/kinds.ts';
import { fillMorning } from '../journeys/morning.ts';
import { Stage } from '../journeys/stage.ts';

type Line = { msg: string; method: string; route: string | null; statements: number; transactions: number };
type Asked = { statements: number; transactions: number };

/**
 * What one request may ask of the database at most. One of these statements reads anew who is asking; a write reads it
 * once more inside its transaction, and on MariaDB holds the case by one of its own. A number goes down when somebody
 * finds a way, and never up without a reason.
 */
const BUDGETS = {
  'who am I': { statements: 1, transactions: 0 },
  'who am I, again': { statements: 0, transactions: 0 },
  home: { statements: 12, transactions: 0 },
  'open my case': { statements: 2, transactions: 0 },
  problems: { statements: 2, transactions: 0 },
  'save a section': { statements: 5, transactions: 1 },
  'hand in': { statements: 11, transactions: 1 },
  'open as a reviewer': { statements: 5, transactions: 1 },
  pass: { statements: 13, transactions: 1 },
  menu: { statements: 2, transactions: 0 },
  'a page of a queue': { statements: 3, transactions: 0 },
  accounts: { statements: 5, transactions: 0 },
};
/**
 * Where the programme's rules read `others`, a step holds the applicant on MariaDB, and reads again what may have changed
 * while it waited.
 */
const HELD_ON_MARIADB: Record<string, number> = { 'hand in': 3, pass: 2 };
const MANY = 40;

describe.each(databaseKinds)('what a request asks of %s', (kind) => {
  const lines: Line[] = [];
  let server: TestServer;
  let stage: Stage;

  beforeAll(async () => {
    const logTo = { write: (line: string) => void lines.push(JSON.parse(line) as Line) };
    server = await startServer({ definitions: GARDEN, kind, changes: { logLevel: 'debug' }, logTo });
    stage = await Stage.open(server);
    await stage.organisation('north-gardens');
    await fillMorning(stage, 'gardener-a', MANY);
  });
  afterAll(() => server?.stop());

  /** What the last request that `work` sends asks for; rights are read anew. */
  async function asking(work: () => Promise<unknown>): Promise<Asked> {
    await work();
    const { statements, transactions } = lines.findLast(({ msg }) => msg === 'answered') as Line;
    return { statements, transactions };
  }

  const nothingRemembered = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));

  async function pendingOf(unit: Client): Promise<string> {
    const menu = await unit.must(unit.get<QueueMenu>('/api/queues'));
    const accounts = menu.find(({ subject }) => subject === 'account');
    const queue = accounts?.queues.find(({ count }) => count >= MANY);
    if (!accounts || !queue) throw new Error('nobody waits');
    return `/api/queues/${accounts.route}/${queue.id}`;
  }

  it('stays within its budget', async () => {
    const gardener = await stage.person('gardener-a');
    const unit = await stage.organisation('north-gardens');
    const id = await stage.fill(gardener, 'complete');
    const { plan } = (await stage.view(gardener, id)).sections;
    const saved = { version: plan?.version ?? 0, value: plan?.value };
    const pending = await pendingOf(unit);
    const of = (client: Client, path: string) => () => client.must(client.get(path));
    const fresh = async (work: () => Promise<unknown>): Promise<Asked> => {
      await nothingRemembered();
      return asking(work);
    };
    const asked: Record<keyof typeof BUDGETS, Asked> = {
      'who am I': await fresh(of(gardener, '/api/session')),
      'who am I, again': await asking(of(gardener, '/api/session')),
      home: await fresh(of(gardener, '/api/applications')),
      'open my case': await fresh(of(gardener, `/api/cases/${id}`)),
      problems: await fresh(of(gardener, `/api/cases/${id}/problems`)),
      'save a section': await fresh(() =>
        gardener.must(gardener.put(`/api/cases/${id}/sections/plan`, saved)),
      ),
      'hand in': await fresh(() => stage.fire(gardener, id, 'SUBMIT')),
      'open as a reviewer': await fresh(of(unit, `/api/cases/${id}`)),
      pass: await fresh(() => stage.fire(unit, id, 'PASS', { opinion: 'In favour' })),
      menu: await fresh(of(unit, '/api/queues')),
      'a page of a queue': await fresh(of(unit, pending)),
      accounts: await fresh(of(unit, '/api/accounts')),
    };
    const rows = (await unit.must(unit.get<{ rows: unknown[] }>(pending))).rows;
    expect(rows.length).toBeGreaterThanOrEqual(MANY);
    const over = Object.entries(BUDGETS).filter(([name, budget]) => {
      const { statements, transactions } = asked[name as keyof typeof BUDGETS];
      const held = kind === 'mariadb' ? (HELD_ON_MARIADB[name] ?? 0) : 0;
      return statements > budget.statements + held || transactions > budget.transactions;
    });
    expect(over.map(([name]) => [name, asked[name as keyof typeof BUDGETS]])).toEqual([]);
  }, 60_000);
});
