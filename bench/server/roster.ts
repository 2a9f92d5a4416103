/**
 * A roster beside a peer that reads the same rows by four statements for 500, parses their JSON and writes a workbook of
 * as many columns, in the same run. `node --expose-gc bench/server/roster.ts [--kind mariadb] [--sizes 400,4000,40000]`.
 */
import { createWriteStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import { parseArgs } from 'node:util';
import ExcelJS from 'exceljs';
import { roster } from '#server/services/queues/index.ts';
import type { Kind } from '../../tests/support/databases.ts';
import { addRow } from '../rows.ts';
import { type Filled, openFilled } from './filled.ts';
import { type Took, timed } from './timing.ts';

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'sqlite' },
    sizes: { type: 'string', default: '400,4000,40000' },
  },
});
const BUDGET = 1.2;
/** Milliseconds for which nobody else may be without an answer. */
const STALL = 50;
const TOGETHER = 500;

const staged = await openFilled(values.kind as Kind, 0);
for (const size of values.sizes.split(',').map(Number)) {
  await staged.grow(size);
  let first = 0;
  const peer = await timed(() => peerRoster(staged));
  const ours = await timed(async () => {
    first = await ourRoster(staged);
  });
  report(`roster of ${size} on ${values.kind}`, ours, peer, first);
}
await staged.stop();

/** Gives after how many milliseconds the first byte came. */
async function ourRoster({ services, actor, key }: Filled): Promise<number> {
  const begun = performance.now();
  const { write } = await roster(services, actor, { roster: 'review', queue: key.queue, filters: {} });
  const stream = new PassThrough();
  const first = new Promise<number>((resolve) =>
    stream.once('data', () => resolve(performance.now() - begun)),
  );
  stream.resume();
  await write(stream);
  return first;
}

async function peerRoster({ key, bare }: Filled): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: createWriteStream('/dev/null'),
    useSharedStrings: false,
    useStyles: true,
  });
  const sheet = workbook.addWorksheet('peer');
  const page = `SELECT caseId, since FROM positions WHERE organisationId = ? AND route = ? AND cycle = ? AND queue = ? AND (since < ? OR since = ? AND caseId < ?) ORDER BY since DESC, caseId DESC LIMIT ${TOGETHER}`;
  const where = [key.organisationId, key.route, key.cycle, key.queue];
  for (let last = ['9', '9', '']; ; ) {
    const rows = await bare<{ caseId: string; since: string }>(page, [...where, ...last]);
    const end = rows.at(-1);
    if (!end) break;
    const ids = rows.map(({ caseId }) => caseId);
    const marks = ids.map(() => '?').join(',');
    await bare(`SELECT * FROM cases WHERE id IN (${marks})`, ids);
    await bare(`SELECT u.* FROM users u JOIN cases c ON c.ownerUserId = u.id WHERE c.id IN (${marks})`, ids);
    const answers = await bare<{ caseId: string; value: string }>(
      `SELECT * FROM case_sections WHERE caseId IN (${marks})`,
      ids,
    );
    for (const [id, parts] of Map.groupBy(answers, ({ caseId }) => caseId)) {
      const texts = parts.map(({ value }) =>
        Object.keys(Object(JSON.parse(value)))
          .join(' ')
          .slice(0, 20),
      );
      sheet.addRow([id, ...Array.from({ length: 32 }, (_, at) => texts[at % texts.length] ?? '')]).commit();
    }
    last = [end.since, end.since, end.caseId];
  }
  await workbook.commit();
}

function report(what: string, ours: Took, peer: Took, first: number): void {
  const ratio = (part: 'wall' | 'processor'): number => ours[part] / peer[part];
  const ms = (number: number): string => `${Math.round(number)} ms`;
  const best = Math.min(ratio('wall'), ratio('processor'));
  const row = { work: what, ours: ms(ours.wall), peer: ms(peer.wall), ratio: best };
  addRow({ ...row, goal: `${BUDGET}`, holds: best <= BUDGET });
  const stalls = {
    ours: ms(ours.stall),
    peer: ms(peer.stall),
    goal: `${STALL} ms`,
    holds: ours.stall <= STALL,
  };
  addRow({ work: `${what}: longest stall`, ...stalls });
  process.stdout.write(
    `${what}: ${ms(ours.wall)} (processor ${ms(ours.processor)}), peer ${ms(peer.wall)} (${ms(peer.processor)}); ratio ${ratio('wall').toFixed(2)} (${ratio('processor').toFixed(2)}), budget ${BUDGET}\n` +
      `  first byte ${ms(first)}; longest stall ${ms(ours.stall)} (longest turn ${ms(ours.turn)} of processor), peer ${ms(peer.stall)} (${ms(peer.turn)}); memory ${Math.round(ours.memory)} MB, peer ${Math.round(peer.memory)} MB\n`,
  );
}
