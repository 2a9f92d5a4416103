import { categoryOf, routeOf } from '#core/compile/index.ts';
import type {
  Application,
  CaseState,
  CompiledCategory,
  CompiledEdition,
  CompiledRoute,
  FileRef,
  JsonObject,
} from '#core/model/index.ts';
import type { SectionRecord } from '#core/model/wire/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import {
  type CaseRecord,
  type FileRow,
  loading,
  type SectionRow,
  type Strike,
  type Tx,
} from '#server/store/index.ts';
import { changeSensitive } from './sealing.ts';

/** A case taken from the store with everything that belongs to it, under the edition that it is pinned to. */
export type LoadedCase = {
  record: CaseRecord;
  edition: CompiledEdition;
  category: CompiledCategory;
  route: CompiledRoute;
  state: CaseState;
  sections: Record<string, SectionRecord>;
  files: FileRow[];
  strikes: Strike[];
};

/** Reads a case's answers, files and strikes; sensitive answers are opened. */
export async function loadCase(services: Services, tx: Tx, record: CaseRecord): Promise<LoadedCase> {
  const edition = await services.editions.get(record.edition);
  const category = categoryOf(edition, record.category);
  const [rows, attached, struck] = await Promise.all([
    loading.sections(tx, record.id),
    loading.files(tx, record.id),
    loading.strikes(tx, record.id),
  ]);
  return {
    record,
    edition,
    category,
    route: routeOf(edition, record.route),
    state: { value: record.state, context: record.context },
    sections: openSections(services, category, rows),
    files: attached,
    strikes: struck,
  };
}

/** The answers of a case alone, as they are stored; sensitive ones are opened. */
export async function storedAnswers(services: Services, tx: Tx, record: CaseRecord): Promise<JsonObject> {
  const category = categoryOf(await services.editions.get(record.edition), record.category);
  return valuesOf(openSections(services, category, await loading.sections(tx, record.id)));
}

/** Section rows as records by id, sensitive values opened. */
function openSections(
  services: Services,
  category: CompiledCategory,
  rows: SectionRow[],
): Record<string, SectionRecord> {
  const opened = rows.map((row) => {
    const section = category.bySection[row.section];
    const value = section ? changeSensitive(section.definition, row.value, services.secrets.open) : row.value;
    const savedAt = row.version === 0 ? null : row.savedAt;
    return [row.section, { value, version: row.version, savedAt }] as const;
  });
  return Object.fromEntries(opened);
}

/** The answers alone, by section. */
const valuesOf = (sections: Record<string, SectionRecord>): JsonObject =>
  Object.fromEntries(Object.entries(sections).map(([id, record]) => [id, record.value]));

/** What `evaluate` and `validate` take: answers as they are stored. Who reads them takes `answersOf`. */
export function applicationOf(
  loaded: Pick<LoadedCase, 'record' | 'sections' | 'files' | 'strikes'>,
): Application {
  return {
    category: loaded.record.category,
    sections: valuesOf(loaded.sections),
    files: loaded.files.map(toFileRef),
    strikes: loaded.strikes.map(({ section, row }) => ({ section, row })),
  };
}

/** A stored file as forms know it. */
export function toFileRef(file: FileRow): FileRef {
  const { id, section, slot, row, name, mediaType, bytes, pages, sha256, revision, state } = file;
  const place = { id, section, slot, ...(row === null ? {} : { row }) };
  const more = { ...(revision === null ? {} : { revision }), ...(state === null ? {} : { state }) };
  return { ...place, name, mediaType, bytes, pages, sha256, ...more };
}
