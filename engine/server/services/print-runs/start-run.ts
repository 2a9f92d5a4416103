import { type Created, MOST_PRINTED, type PrintRunStart } from '#core/model/wire/index.ts';
import { newId } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { seeCase } from '#server/services/case/index.ts';
import { type Actor, asActor, Failure, notFound, type Services } from '#server/services/ground/index.ts';
import { queueKey } from '#server/services/queues/index.ts';
import { jobs, positions, printRuns, readTogether, type Tx } from '#server/store/index.ts';
import { KIND } from './own-run.ts';

const DAY = 86_400_000;

/**
 * Asks for a sheet of chosen cases, or of all in a queue, as one file. Throws not-found where one of them is not this
 * person's to see, or the programme has no such sheet; `print-run-empty`, `print-run-large`, `print-run-busy`.
 */
export async function startPrintRun(
  services: Services,
  actor: Actor,
  asked: PrintRunStart,
): Promise<Created> {
  const title = await titleOf(services, asked.sheet);
  const cases = await casesOf(services, actor, asked);
  await seeAll(services, actor, cases);
  const id = newId();
  const now = services.clock();
  const createdAt = now.toISOString();
  const expiresAt = new Date(now.getTime() + DAY).toISOString();
  const { userId } = actor;
  const { sheet, form } = asked;
  await asActor(services, actor, async (tx) => {
    await freeOfDead(tx, userId);
    const run = { id, userId, sheet, title, form, createdAt, expiresAt };
    if (!(await printRuns.create(tx, run, cases))) throw new Failure('conflict', 'print-run-busy');
    await jobs.create(tx, {
      ...{ id: newId(), kind: KIND, key: id, userId, payload: { run: id } },
      ...{ dueAt: createdAt, createdAt },
    });
    const detail = { sheet, form, cases: cases.length };
    await recordAudit(services, tx, actor, { action: 'print-run', subject: id, detail });
  });
  return { id };
}

/** What the sheet is called, in whichever cycle has it. */
async function titleOf(services: Services, sheet: string): Promise<string> {
  const cycles = await services.editions.cycles();
  const found = cycles.flatMap(({ editions }) => editions).find(({ sheets }) => Object.hasOwn(sheets, sheet));
  const { formats, title } = found?.sheets[sheet] ?? {};
  if (!formats?.includes('pdf')) throw notFound();
  return title ?? sheet;
}

async function casesOf(services: Services, actor: Actor, { cases, queue }: PrintRunStart): Promise<string[]> {
  const ids = new Set(cases);
  if (queue) {
    const key = await queueKey(services, actor, queue);
    for await (const some of positions.all(services.db, key, MOST_PRINTED)) {
      for (const one of some) ids.add(one);
      if (ids.size > MOST_PRINTED) break;
    }
  }
  if (ids.size === 0) throw new Failure('invalid', 'print-run-empty');
  if (ids.size > MOST_PRINTED)
    throw new Failure('invalid', 'print-run-large', { params: { most: MOST_PRINTED } });
  return [...ids];
}

/** One that is foreign refuses all: nobody learns by leaving out which. */
async function seeAll(services: Services, actor: Actor, ids: readonly string[]): Promise<void> {
  const tx = readTogether(services.db);
  for (const id of ids) await seeCase(services, tx, actor, id);
}

/** A run that failed, or whose job is gone, keeps nobody from asking for the next. */
async function freeOfDead(tx: Tx, userId: string): Promise<void> {
  const active = await printRuns.active(tx, userId);
  if (!active) return;
  const job = await jobs.ofKey(tx, KIND, active.id);
  if (job?.status !== 'waiting' && job?.status !== 'running') await printRuns.leave(tx, active.id);
}
