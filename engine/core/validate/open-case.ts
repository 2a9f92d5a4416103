import { bareFacts, resolveAnswers, sheetRevision } from '#core/evaluate/index.ts';
import { wholeCase } from '#core/form/index.ts';
import type {
  Application,
  CaseDefinition,
  CaseFileEntry,
  CaseNames,
  CompiledEdition,
  Facts,
  FileRef,
  OtherCase,
} from '#core/model/index.ts';

/**
 * A case as an application with its facts, everything that it extends taken first.
 * Throws when it extends a case that is not there, or itself.
 */
export function openCase(
  edition: CompiledEdition,
  definition: CaseDefinition,
  cases: readonly CaseDefinition[],
): { application: Application; facts: Facts } {
  const whole = wholeCase(definition, cases);
  const entries = whole.files ?? [];
  const application: Application = {
    category: whole.category,
    sections: whole.sections,
    files: entries.map(fileRef),
    strikes: whole.strikes ?? [],
  };
  const facts = factsOf(edition, whole);
  return { application: withRevisions(edition, application, facts, entries), facts };
}

/** A signed print is of the sheet as the case fills it, unless the case says that it is old. */
function withRevisions(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  entries: CaseFileEntry[],
): Application {
  const sections = edition.categories[application.category]?.bySection ?? {};
  const sheetOf = ({ section, slot }: FileRef): string | undefined =>
    sections[section]?.slots.find(({ definition }) => definition.id === slot)?.definition.of;
  if (!application.files.some((file) => sheetOf(file) !== undefined)) return application;
  const resolved = resolveAnswers(edition, application, facts);
  const files = application.files.map((file, index) => {
    const sheet = sheetOf(file);
    if (sheet === undefined) return file;
    const revision = isOld(entries[index]) ? 'old' : sheetRevision(edition, resolved, application, sheet);
    return { ...file, revision };
  });
  return { ...application, files };
}

function isOld(entry: CaseFileEntry | undefined): boolean {
  return typeof entry === 'object' && entry.revision === 'old';
}

/** `section/slot` or `section/row/slot`; naming a slot twice puts two files there. */
function fileRef(entry: CaseFileEntry, index: number): FileRef {
  const path = typeof entry === 'string' ? entry : entry.at;
  const [section = '', ...rest] = path.split('/');
  const slot = rest.at(-1) ?? '';
  const [id] = rest;
  const row = rest.length > 1 && id !== undefined ? { row: id } : {};
  const file = { name: `${slot}.pdf`, mediaType: 'application/pdf', bytes: 1024, pages: 1, sha256: '' };
  return { id: `${path}#${index}`, section, slot, ...row, ...file };
}

function nameOf({ categories }: CompiledEdition, id: string): CaseNames['category'] {
  return { id, title: categories[id]?.definition.title ?? id };
}

const noOther: OtherCase = {
  cycle: '',
  category: '',
  categoryTitle: '',
  state: null,
  title: null,
  tags: [],
  round: null,
  enteredAt: null,
};

function factsOf(edition: CompiledEdition, definition: CaseDefinition): Facts {
  const { programme, edition: settings } = edition.definition;
  const unit = definition.unit ?? {};
  const level = programme.organisationKinds.find((kind) => kind.id === unit.kind)?.level ?? null;
  return {
    ...bareFacts(edition, definition.now ?? settings.cycle.opensAt),
    applicant: definition.applicant ?? {},
    unit: { level, ...unit },
    case: { round: 0, category: nameOf(edition, definition.category) },
    others: (definition.others ?? []).map((one) => ({ ...noOther, ...(one as Partial<OtherCase>) })),
  };
}
