import type { SideBySide } from '#core/model/wire/index.ts';
import { titleOf } from '#core/route/index.ts';
import { recordAudit } from '#server/services/audit/index.ts';
import {
  type Actor,
  asActor,
  type Cause,
  Failure,
  type Replayed,
  type Services,
} from '#server/services/ground/index.ts';
import { type CaseRecord, type Replay, readTogether } from '#server/store/index.ts';
import { causeKey, outcomeOf } from './outcome.ts';
import { openRun } from './read-batch.ts';
import { type Prepared, prepare } from './replay-case.ts';
import type { Effect } from './report.ts';
import { recordOf, replayOf } from './start-replay.ts';

type Compared = { prepared: NonNullable<Prepared>; replayed: NonNullable<Replayed> };

/**
 * An application under its own edition and under the files of the draft that the replay is of, in the words of the form
 * alone: nothing that somebody has filled in. The trail says who has compared it. Throws not-found, `no-way`,
 * `draft-too-hard`.
 */
export async function sideBySide(
  services: Services,
  actor: Actor,
  id: string,
  caseId: string,
): Promise<SideBySide> {
  const replay = await replayOf(services, id);
  const record = await recordOf(services, replay, caseId);
  const compared = await compare(services, replay, record);
  const detail = { replay: id, case: caseId };
  await asActor(services, actor, (tx) =>
    recordAudit(services, tx, actor, { action: 'replay-compare', subject: replay.draft, detail }),
  );
  return viewOf(replay, record, compared);
}

async function compare(services: Services, replay: Replay, record: CaseRecord): Promise<Compared> {
  const { files, replaying, way } = await openRun(services, replay);
  const prepared = way && (await prepare(services, readTogether(services.db), record, way));
  if (!prepared) throw new Failure('conflict', 'no-way');
  const answers = await services.drafting.replay(replaying, files, [prepared.asked]);
  if (answers === null) throw new Failure('invalid', 'draft-too-hard');
  const [replayed] = answers;
  if (!replayed) throw new Failure('conflict', 'no-way');
  return { prepared, replayed };
}

function viewOf(
  { draft, cycle, target, mode }: Replay,
  record: CaseRecord,
  { prepared, replayed }: Compared,
): SideBySide {
  const { category, route, state } = prepared.loaded;
  const outcome = outcomeOf(record, prepared, replayed);
  const effects = 'effects' in outcome ? outcome.effects : [];
  return {
    ...{ draft, name: record.name, category: category.definition.title, cycle, target },
    mode: mode ?? 'carried',
    state: titleOf(route, state),
    problems: problemsOf(prepared.causes, replayed.causes),
    effects: effects.flatMap(effectView),
    sheets: sheetsOf(prepared, replayed, effects),
  };
}

/** Each once, those of the draft alone first. */
function problemsOf(own: Cause[], drafts: Cause[]): SideBySide['problems'] {
  const [before, after] = [own, drafts].map((all) => new Map(all.map((one) => [causeKey(one), one])));
  const keys = new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])]);
  const found = [...keys].flatMap((key) => {
    const one = after?.get(key) ?? before?.get(key);
    if (!one) return [];
    const { code, place, message, source } = one;
    const sides = { isOwn: before?.has(key) ?? false, isDrafts: after?.has(key) ?? false };
    return [{ code, place, message, source, ...sides }];
  });
  return found.sort((a, b) => Number(a.isOwn) - Number(b.isOwn));
}

function effectView({ kind, place }: Effect): SideBySide['effects'] {
  return kind === 'blocked' || kind === 'allowed' || kind === 'print' ? [] : [{ kind, place }];
}

function sheetsOf(
  { loaded, asked }: Compared['prepared'],
  { sheets }: Compared['replayed'],
  effects: Effect[],
): SideBySide['sheets'] {
  const own = asked.before?.sheets ?? {};
  const isOther = (id: string): boolean =>
    effects.some(({ kind, path }) => kind === 'print' && path === `/sheets/${id}`);
  const shown = sheets.map(({ id, title }) => {
    const shows = !Object.hasOwn(own, id) ? 'new' : isOther(id) ? 'other' : 'same';
    return { id, title, shows } as const;
  });
  const gone = Object.keys(own).filter((id) => !sheets.some((one) => one.id === id));
  const titles = loaded.edition.sheets;
  return [...shown, ...gone.map((id) => ({ id, title: titles[id]?.title ?? id, shows: 'gone' as const }))];
}
