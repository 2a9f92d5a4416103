/**
 * A replay beside a peer that reads the same applications and validates them under their own edition alone, in the same
 * run: a replay does that, and once more under the draft. Twice: under a draft of another year, where anything can come
 * out otherwise, and under one in which a rule is another. `node --expose-gc bench/server/replay.ts [--kind mariadb] [--cases 1000]`.
 */
import { parseArgs } from 'node:util';
import { sourceFile } from '#core/assemble/index.ts';
import { formatJson, withValue } from '#core/json/index.ts';
import type { Json, SourceFile } from '#core/model/index.ts';
import { validate } from '#core/validate/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { newId } from '#server/crypto/index.ts';
import { applicationOf, factsOf, loadCase } from '#server/services/case/index.ts';
import { filesOf, sourceOf } from '#server/services/editions/index.ts';
import { runReplay } from '#server/services/replays/index.ts';
import { cases, drafts, publications, readTogether, replays, sources } from '#server/store/index.ts';
import type { Kind } from '../../tests/support/databases.ts';
import { addRow } from '../rows.ts';
import { type Filled, openFilled } from './filled.ts';
import { timed } from './timing.ts';

const { values } = parseArgs({
  options: { kind: { type: 'string', default: 'sqlite' }, cases: { type: 'string', default: '1000' } },
});
/** Seconds for ten thousand applications, and what a start may take besides: both editions are compiled. */
const BUDGET = { ofTenThousand: 120, start: 10 };
const TOGETHER = 100;

const staged = await openFilled(values.kind as Kind, Number(values.cases));
/** What the heap holds after collecting, when a tenth of the applications is read and after each further one. */
let heaps: number[] = [];
const peer = await timed(() => validateAll(staged));
await measure('another year', ({ path, json }) =>
  identifyFile(path)?.kind === 'edition' ? withValue(json, ['cycle', 'year'], 2000) : json,
);
const ruled = await ruledSection(staged);
await measure('another rule', ({ path, json }) =>
  path.endsWith(`/sections/${ruled}.json`) ? withValue(json, ['rules', '0', 'require'], false) : json,
);
await staged.stop();

/** Replays under a draft whose files are made of those that are published. */
async function measure(what: string, change: (file: SourceFile) => Json | undefined): Promise<void> {
  const { db } = staged.services;
  heaps = [];
  const replay = await beginReplay(staged, change);
  const ours = await timed(() =>
    runReplay(staged.services, replay, async (done, total) => sample(done, total)),
  );
  const report = (await replays.get(db, replay))?.report;
  const work = `replay of ${report?.cases} under ${what} on ${values.kind}`;
  const ratio = ours.wall / peer.wall;
  const most = BUDGET.start + (BUDGET.ofTenThousand * Number(report?.cases ?? 0)) / 10_000;
  const holds = ours.wall <= most * 1000;
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  addRow({
    ...{ work, ours: seconds(ours.wall), peer: seconds(peer.wall), ratio },
    ...{ goal: `${most.toFixed(0)} s`, holds },
  });
  process.stdout.write(
    `${work}: ${seconds(ours.wall)}, peer ${seconds(peer.wall)}, budget ${most.toFixed(0)} s, ${holds ? 'yes' : 'NO'}; ` +
      `processor ${seconds(ours.processor)}, peer ${seconds(peer.processor)}\n` +
      `  longest turn ${Math.round(ours.turn)} ms, peer ${Math.round(peer.turn)} ms; ${report?.changed} change; heap after each tenth: ${heaps.join(', ')} MB\n`,
  );
}

/** A section of the form of what was copied that has rules. */
async function ruledSection({ services, caseId }: Filled): Promise<string> {
  const [record] = await cases.byIds(services.db, [caseId]);
  const form = (await services.editions.current()).categories[record?.category ?? ''];
  const found = form?.definition.sections.find(({ rules = [] }) => rules.length > 0);
  if (!found) throw new Error('the form has no rules');
  return found.id;
}

function sample(done: number, total: number | null): void {
  if (!total || done < ((heaps.length + 1) * total) / 10) return;
  globalThis.gc?.();
  heaps.push(Math.round(process.memoryUsage().heapUsed / 1_048_576));
}

/** A draft of what is published, changed, and a replay of the cycle that nobody has begun. */
async function beginReplay(
  { services, key }: Filled,
  change: (file: SourceFile) => Json | undefined,
): Promise<string> {
  const { db } = services;
  const { id: programme } = (await services.editions.current()).definition.programme;
  const last = await publications.last(db, programme, key.cycle);
  if (!last?.source) throw new Error('what is published has no files');
  const files = filesOf(await sources.files(db, last.source)).map((file) => {
    const json = change(file);
    return json === undefined || json === file.json ? file : sourceFile(file.path, formatJson(json));
  });
  const { source, files: stored } = sourceOf(files);
  await sources.keep(db, source, stored);
  const [id, draft, createdAt] = [newId(), newId(), services.clock().toISOString()];
  await drafts.create(db, {
    ...{
      id: draft,
      programme,
      title: 'Bench',
      status: 'editing',
      base: { [key.cycle]: last.source },
      why: '',
    },
    ...{
      began: last.source,
      source,
      length: 0,
      createdAt,
      createdBy: null,
      submittedBy: null,
      approvedBy: null,
    },
    ...{ approved: null, publishAt: null },
  });
  const counts = { cases: 0, changed: 0, blocked: 0, allowed: 0, aside: 0, stays: 0, reached: {}, lines: [] };
  await replays.create(db, {
    ...{ id, programme, draft, source, cycle: key.cycle, target: key.cycle, mode: 'carried' },
    ...{ reached: '', report: counts, createdAt, createdBy: null, finishedAt: null },
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
