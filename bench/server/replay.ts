/**
 * A replay beside a peer that reads the same applications and validates them under their own edition alone, in the same
 * run: a replay does that, and once more under the draft. `node --expose-gc bench/server/replay.ts [--kind mariadb] [--cases 1000]`.
 */
import { parseArgs } from 'node:util';
import { validate } from '#core/validate/index.ts';
import { newId } from '#server/crypto/index.ts';
import { applicationOf, factsOf, loadCase } from '#server/services/case/index.ts';
import { runReplay } from '#server/services/replays/index.ts';
import { cases, drafts, publications, readTogether, replays } from '#server/store/index.ts';
import type { Kind } from '../../tests/support/databases.ts';
import { addRow } from '../rows.ts';
import { type Filled, openFilled } from './filled.ts';
import { timed } from './timing.ts';

const { values } = parseArgs({
  options: { kind: { type: 'string', default: 'sqlite' }, cases: { type: 'string', default: '1000' } },
});
const BUDGET = 3;
const TOGETHER = 100;

const staged = await openFilled(values.kind as Kind, Number(values.cases));
const replay = await beginReplay(staged);
const peer = await timed(() => validateAll(staged));
/** What the heap holds after collecting, when a tenth of the applications is read and after each further one. */
const heaps: number[] = [];
const ours = await timed(() =>
  runReplay(staged.services, replay, async (done, total) => sample(done, total)),
);
const report = (await replays.get(staged.services.db, replay))?.report;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const what = `replay of ${report?.cases} on ${values.kind}`;
const ratio = ours.wall / peer.wall;
addRow({
  ...{ work: what, ours: seconds(ours.wall), peer: seconds(peer.wall), ratio },
  ...{ goal: `${BUDGET}`, holds: ratio <= BUDGET },
});
process.stdout.write(
  `${what}: ${seconds(ours.wall)}, peer ${seconds(peer.wall)}; ratio ${ratio.toFixed(2)}, budget ${BUDGET}\n` +
    `  longest stall ${Math.round(ours.stall)} ms, peer ${Math.round(peer.stall)} ms; ${report?.changed} change; heap after each tenth: ${heaps.join(', ')} MB\n`,
);
await staged.stop();

function sample(done: number, total: number | null): void {
  if (!total || done < ((heaps.length + 1) * total) / 10) return;
  globalThis.gc?.();
  heaps.push(Math.round(process.memoryUsage().heapUsed / 1_048_576));
}

/** A draft of what is published, and a replay of the cycle that nobody has begun. */
async function beginReplay({ services, key }: Filled): Promise<string> {
  const { db } = services;
  const { id: programme } = (await services.editions.current()).definition.programme;
  const last = await publications.last(db, programme, key.cycle);
  if (!last?.source) throw new Error('what is published has no files');
  const { source } = last;
  const [id, draft, createdAt] = [newId(), newId(), services.clock().toISOString()];
  await drafts.create(db, {
    ...{ id: draft, programme, title: 'Bench', status: 'editing', base: { [key.cycle]: source }, why: '' },
    ...{ began: source, source, length: 0, createdAt, createdBy: null, submittedBy: null, approvedBy: null },
    ...{ approved: null, publishAt: null },
  });
  const counts = { cases: 0, changed: 0, blocked: 0, allowed: 0, aside: 0, stays: 0, reached: {}, lines: [] };
  await replays.create(db, {
    ...{
      id,
      programme,
      draft,
      source,
      cycle: key.cycle,
      target: key.cycle,
      mode: 'carried',
      reached: '',
      report: counts,
    },
    ...{ createdAt, createdBy: null, finishedAt: null },
  });
  return id;
}

async function validateAll({ services, key }: Filled): Promise<void> {
  for (let last = ''; ; ) {
    const page = await cases.ofCycle(services.db, key.cycle, last, TOGETHER);
    const end = page.at(-1);
    if (!end) return;
    const tx = readTogether(services.db);
    await Promise.all(
      page.map(async (record) => {
        const loaded = await loadCase(services, tx, record);
        validate(loaded.edition, applicationOf(loaded), await factsOf(services, tx, loaded));
      }),
    );
    last = end.id;
  }
}
