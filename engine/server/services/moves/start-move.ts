import type { Created, MoveAct, MoveStart } from '#core/model/wire/index.ts';
import { newId } from '#server/crypto/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { proveAgain } from '#server/services/entry/index.ts';
import {
  type Actor,
  asActor,
  Failure,
  notFound,
  type Services,
  stale,
} from '#server/services/ground/index.ts';
import { jobs, type Move, moves, publications, type Tx } from '#server/store/index.ts';

/**
 * Tries what would become of the applications under an edition in what is published in its cycle; a job does it. Throws
 * not-found, `move-nowhere` where that is the edition itself or nothing, `move-no-way`.
 */
export async function startMove(
  services: Services,
  actor: Actor,
  { edition, why }: MoveStart,
): Promise<Created> {
  const { programme, cycle, target } = await wayOf(services, edition);
  const id = newId();
  await asActor(services, actor, async (tx) => {
    const move = {
      ...{ id, programme, cycle, origin: edition, target, status: 'trying' as const, why, report: null },
      ...{ createdAt: services.clock().toISOString(), createdBy: actor.userId, carriedOutBy: null },
    };
    await moves.create(tx, move);
    await askForJob(services, tx, actor, id, 'try');
    await recordAudit(services, tx, actor, {
      action: 'move-try',
      subject: id,
      detail: { origin: edition, target, why },
    });
  });
  return { id };
}

async function wayOf(
  services: Services,
  edition: string,
): Promise<{ programme: string; cycle: string; target: string }> {
  if (!(await services.editions.knows(edition))) throw notFound();
  const { programme, edition: settings } = (await services.editions.get(edition)).definition;
  const cycle = settings.cycle.id;
  const last = await publications.last(services.db, programme.id, cycle);
  if (!last || last.act === 'retire' || last.edition === edition)
    throw new Failure('conflict', 'move-nowhere');
  if (services.editions.steps(edition, last.edition) === null) throw new Failure('conflict', 'move-no-way');
  return { programme: programme.id, cycle, target: last.edition };
}

/**
 * Carries out a move that was tried, or leads its cases back; a job does it. Throws not-found, `wrong-code`,
 * `move-not-ready` where its present part is not over, or there is nothing to take back, `stale`.
 */
export async function actOnMove(
  services: Services,
  actor: Actor,
  id: string,
  { act, code }: MoveAct,
): Promise<void> {
  await moveOf(services, id);
  await proveAgain(services, actor, code);
  await asActor(services, actor, async (tx) => {
    const move = await moveOf(services, id, tx);
    const [from, status] = act === 'move' ? ['tried', 'moving' as const] : ['moved', 'undoing' as const];
    if (move.status !== from) throw new Failure('conflict', 'move-not-ready');
    if (!(await moves.change(tx, move, { status, carriedOutBy: actor.userId }))) throw stale();
    await askForJob(services, tx, actor, id, act);
    await recordAudit(services, tx, actor, {
      action: act === 'move' ? 'move' : 'move-back',
      subject: id,
    });
  });
}

/** The move, of this programme. Throws not-found. */
export async function moveOf(services: Services, id: string, tx: Tx = services.db): Promise<Move> {
  const { programme } = (await services.editions.current()).definition;
  const move = await moves.get(tx, id);
  if (!move || move.programme !== programme.id) throw notFound();
  return move;
}

async function askForJob(
  services: Services,
  tx: Tx,
  { userId }: Actor,
  move: string,
  act: string,
): Promise<void> {
  const at = services.clock().toISOString();
  const job = { id: newId(), kind: 'move-cases', key: `${move} ${act}`, userId };
  await jobs.create(tx, { ...job, payload: { move }, dueAt: at, createdAt: at });
}
