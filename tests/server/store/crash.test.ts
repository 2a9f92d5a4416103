import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { caseSections } from '#server/store/index.ts';
import { scale } from '../../promises/scale.ts';
import { describeOnDatabases } from '../../support/databases.ts';
import { makeCase } from '../../support/records.ts';

const CHILD = fileURLToPath(new URL('./crash-child.ts', import.meta.url));
const KILLS = scale(2, 12);

describeOnDatabases('kill -9', (db, _kind, url) => {
  it('loses no acknowledged save and leaves none incomplete', async () => {
    const ids = [(await makeCase(db())).id, (await makeCase(db())).id, (await makeCase(db())).id];
    const acknowledged = new Map(ids.map((id) => [id, 0]));
    for (let kill = 0; kill < KILLS; kill += 1) {
      for (const [id, version] of await saveUntilKilled(ids, 40 + Math.floor(Math.random() * 60)))
        acknowledged.set(id, version);
      await checkAll(acknowledged);
    }
    expect(Math.min(...acknowledged.values())).toBeGreaterThan(KILLS);
  });

  /** The last version of each case that the child had seen acknowledged when it was killed. */
  async function saveUntilKilled(ids: string[], saves: number): Promise<Map<string, number>> {
    const child = spawn(process.execPath, [CHILD, url(), ...ids], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    for await (const chunk of child.stdout) {
      printed += chunk;
      if (printed.split('\n').length > saves) child.kill('SIGKILL');
    }
    return new Map(
      [...printed.matchAll(/^(\S+) (\d+)$/gm)].map(([, id = '', version = '']) => [id, Number(version)]),
    );
  }

  async function checkAll(acknowledged: Map<string, number>): Promise<void> {
    for (const [id, version] of acknowledged) {
      const [row, twin] = [await caseSections.get(db(), id, 's'), await caseSections.get(db(), id, 'twin')];
      expect(row?.version ?? 0).toBeGreaterThanOrEqual(version);
      expect(row?.value ?? null).toEqual(row ? { version: row.version } : null);
      expect([twin?.version, twin?.value]).toEqual([row?.version, row?.value]);
    }
  }
});
