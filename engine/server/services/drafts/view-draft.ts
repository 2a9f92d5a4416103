import type { DraftList, DraftView, SourceFiles } from '#core/model/wire/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';
import { Failure } from '#server/services/ground/index.ts';
import {
  type DraftRecord,
  draftChanges,
  draftReasons,
  draftRemarks,
  drafts,
  publications,
  users,
} from '#server/store/index.ts';
import { textsOf } from './files-of-draft.ts';
import { lineOf } from './lines.ts';
import { authorsOf, draftOf } from './opened-draft.ts';
import { unreachedRules, unreachedView } from './publish/unreached-rules.ts';

/** The drafts of the programme, newest first. */
export async function draftList(services: Services): Promise<DraftList> {
  const { programme } = (await services.editions.current()).definition;
  const all = await drafts.list(services.db, programme.id);
  const names = await namesOf(
    services,
    all.map(({ createdBy }) => createdBy),
  );
  return { drafts: all.map((one) => outlineOf(one, names)), isVacant: services.editions.isVacant() };
}

/** A draft with its list, what is wrong with it, and what publishing it would do. Throws not-found, `draft-too-hard`. */
export async function draftView(services: Services, { userId }: Actor, id: string): Promise<DraftView> {
  const draft = await draftOf(services, services.db, id);
  const { programme } = (await services.editions.current()).definition;
  const [lines, remarks, reasons] = await Promise.all([
    draftChanges.list(services.db, id),
    draftRemarks.list(services.db, id),
    draftReasons.list(services.db, id),
  ]);
  const checked = await services.drafting.check(draft.source, await textsOf(services.db, draft.source));
  if (checked === null) throw new Failure('invalid', 'draft-too-hard');
  const errors = checked.problems.filter(({ severity }) => severity === 'error').length;
  const unreached = errors > 0 ? [] : await unreachedRules(services, draft);
  const writers = [...lines, ...remarks, ...unreached.flatMap(({ reason }) => reason ?? [])];
  const names = await namesOf(services, [draft.createdBy, ...writers.map(({ by }) => by)]);
  const warnings = checked.problems.filter(({ severity }) => severity === 'warning').length;
  return {
    ...outlineOf(draft, names),
    why: draft.why,
    authored: authorsOf(draft, [...lines, ...reasons]).includes(userId),
    changes: lines.map((line) => lineOf(line, programme.locale, names)),
    remarks: remarks.map(({ at, by, text, change }) => ({ at, by: names.get(by ?? '') ?? '', text, change })),
    unreached: unreachedView(unreached, names),
    problems: checked.problems.map(({ severity, code, file, pointer, place, message }) => ({
      ...{ severity, code, file, pointer, place, message },
    })),
    found: { errors, warnings, cases: checked.cases, failed: checked.failed },
    editions: await Promise.all(
      checked.editions.map(async ({ cycle, edition, source }) => {
        const last = await publications.last(services.db, programme.id, cycle);
        return { cycle, edition, publishes: last?.edition !== edition || last.source !== source };
      }),
    ),
  };
}

function outlineOf(draft: DraftRecord, names: ReadonlyMap<string, string>): DraftList['drafts'][number] {
  const { id, title, status, source, length, createdAt, createdBy, publishAt } = draft;
  return {
    id,
    title,
    status,
    source,
    length,
    createdAt,
    createdBy: names.get(createdBy ?? '') ?? '',
    publishAt,
  };
}

/** Names of accounts by id; of one that is gone, none. */
export async function namesOf(
  { db }: Services,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const people = await users.byIds(db, wanted);
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** The files of a draft, as a folder has them. Throws not-found. */
export async function draftFiles(services: Services, id: string): Promise<SourceFiles> {
  const { source } = await draftOf(services, services.db, id);
  return { source, files: await textsOf(services.db, source) };
}
