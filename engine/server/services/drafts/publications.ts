import type { PublicationAct, PublicationList, SourceFiles } from '#core/model/wire/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import { appendPublication } from '#server/services/editions/index.ts';
import { proveAgain } from '#server/services/entry/index.ts';
import { type Actor, asActor, Failure, notFound, type Services } from '#server/services/ground/index.ts';
import { editions, type Publication, programmes, publications, type Tx } from '#server/store/index.ts';
import { textsOf } from './files-of-draft.ts';
import { keepSteps } from './publish/keep-steps.ts';
import { refuseHeld } from './publish/refuse-held.ts';
import { namesOf } from './view-draft.ts';

/** The log of the programme, newest first. */
export async function publicationList(services: Services): Promise<PublicationList> {
  const all = await publications.list(services.db, await programmeOf(services));
  const names = await namesOf(
    services,
    all.map(({ by }) => by),
  );
  return {
    publications: all.map(({ programme: _programme, by, ...one }) => ({
      ...one,
      by: names.get(by ?? '') ?? '',
    })),
  };
}

/** The files of what a cycle's log ended with, or of an edition that it had. Throws not-found, `no-source`. */
export async function publishedFiles(
  services: Services,
  cycle: string,
  edition?: string,
): Promise<SourceFiles> {
  const programme = await programmeOf(services);
  const found =
    edition === undefined
      ? await publications.last(services.db, programme, cycle)
      : (await publications.list(services.db, programme)).find(
          (one) => one.cycle === cycle && one.edition === edition,
        );
  if (!found) throw notFound();
  if (found.source === null) throw new Failure('conflict', 'no-source');
  return { source: found.source, files: await textsOf(services.db, found.source) };
}

/**
 * Publishes again what a cycle had under an earlier number, or ends new cases of it; cases under way stay where they are.
 * Throws not-found, `not-published`, `last-edition`, `role-held`, `kind-held`, `wrong-code`.
 */
export async function actOnPublication(
  services: Services,
  actor: Actor,
  asked: PublicationAct,
): Promise<void> {
  const { cycle, act, number, why, code } = asked;
  const programme = await programmeOf(services);
  if (!(await publications.last(services.db, programme, cycle))) throw notFound();
  await proveAgain(services, actor, code);
  if (act === 'rollBack') await keepWayBack(services, await wantedOf(services.db, programme, asked));
  await asActor(services, actor, async (tx) => {
    await programmes.lock(tx, programme);
    const wanted = await wantedOf(tx, programme, asked);
    if (act === 'rollBack')
      await refuseHeld(services, tx, (await services.editions.get(wanted.edition)).definition.programme);
    const at = services.clock().toISOString();
    await appendPublication(tx, act, wanted, { at, by: actor.userId, why });
    await recordAudit(services, tx, actor, {
      action: act === 'retire' ? 'retire' : 'roll-back',
      subject: wanted.edition,
      detail: { cycle, why, ...(number === undefined ? {} : { number }) },
    });
  });
  await services.editions.refresh();
}

/** What was begun under the edition that is left may go back as well. */
async function keepWayBack(
  services: Services,
  { programme, cycle, edition, source }: Publication,
): Promise<void> {
  if (source === null) return;
  await keepSteps(services, { programme, cycle, edition, files: await textsOf(services.db, source) });
}

/** What the new line of the log is about. */
async function wantedOf(
  tx: Tx,
  programme: string,
  { cycle, act, number }: PublicationAct,
): Promise<Publication> {
  if (act === 'retire') return lastToRetire(tx, programme, cycle);
  const wanted = number === undefined ? null : await publications.get(tx, programme, cycle, number);
  if (!wanted || wanted.act === 'retire') throw new Failure('conflict', 'not-published');
  return wanted;
}

async function lastToRetire(tx: Tx, programme: string, cycle: string): Promise<Publication> {
  const last = await publications.last(tx, programme, cycle);
  if (!last || last.act === 'retire') throw new Failure('conflict', 'not-published');
  const served = (await editions.list(tx, programme)).filter(({ status }) => status === 'published');
  if (served.every((one) => one.cycle === cycle)) throw new Failure('conflict', 'last-edition');
  return last;
}

const programmeOf = async ({ editions: served }: Services): Promise<string> =>
  (await served.current()).definition.programme.id;
