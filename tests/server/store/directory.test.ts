import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { inTransaction, loading, organisations, readCase } from '#server/store/index.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { organisation } from '../../support/records.ts';
import type { Order } from './directory-child.ts';

const CHILD = join(import.meta.dirname, 'directory-child.ts');

describeOnDatabases('the directory in two processes', (db, _kind, url) => {
  const running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.disconnect();
  });

  async function other(): Promise<(order: Order) => Promise<unknown>> {
    const child = fork(CHILD, [url()]);
    running.push(child);
    await once(child, 'message');
    return async (order) => {
      child.send(order);
      const [answer] = await once(child, 'message');
      return answer;
    };
  }

  const nameHere = (id: string): Promise<string | undefined> =>
    inTransaction(db(), async (tx) => {
      await readCase(tx, 'none');
      return (await loading.organisation(tx, id))?.name;
    });

  it('shows each of them at once what the other has changed, and what was remembered is given up', async () => {
    const { id, version } = await organisations.create(db(), organisation({ name: 'First' }));
    const askOther = await other();
    const asked = { id, name: null };
    expect([await nameHere(id), await askOther(asked)]).toEqual(['First', 'First']);
    await organisations.update(db(), id, version, { name: 'Second' });
    expect([await nameHere(id), await askOther(asked)]).toEqual(['Second', 'Second']);
    await askOther({ id, name: 'Third' });
    expect([await nameHere(id), await askOther(asked)]).toEqual(['Third', 'Third']);
    await askOther({ id, name: 'Fourth' });
    expect(await nameHere(id)).toBe('Fourth');
  }, 60_000);
});
