import type { Change } from '#core/change/index.ts';
import type { JsonObject, Logic, SectionDefinition } from '#core/model/index.ts';
import { choiceLines, type FieldKind, writtenOf } from './field-kinds.ts';

/** When evidence is asked for beside a field. */
export const FILE_RULES = ['never', 'always', 'answered', 'whenYes'] as const;
export type FileRule = (typeof FILE_RULES)[number];

/** A field as it is typed in. */
export type NewField = {
  title: string;
  kind: FieldKind;
  help: string;
  isRequired: boolean;
  file: FileRule;
  /** What the evidence is called; null: after the field. */
  fileTitle: string | null;
  list: string;
  choices: string;
  sources: string[];
  /** The forms that get it; empty: all that use the section. */
  only: string[];
  /** Behind which field; empty: at the end. */
  after: string;
  /** Sheets that print it, each with the field below whose line it stands. */
  prints: Record<string, string>;
};

export const NO_FIELD: NewField = {
  ...{ title: '', kind: 'line', help: '', isRequired: false, file: 'never', fileTitle: null },
  ...{ list: '', choices: '', sources: [], only: [], after: '', prints: {} },
};

/** What keeps a field from being added. */
type FieldFault = 'missing' | 'noChoices' | 'noSources';

export function faultOf(typed: NewField): [keyof NewField, FieldFault] | undefined {
  const { title, kind, list, choices, sources } = typed;
  if (title.trim() === '') return ['title', 'missing'];
  if (asksForFile(typed) && typed.fileTitle?.trim() === '') return ['fileTitle', 'missing'];
  const isChosen = kind === 'oneOf' || kind === 'someOf';
  if (isChosen && list === '' && choiceLines(choices).length < 2) return ['choices', 'noChoices'];
  return kind === 'computed' && sources.length === 0 ? ['sources', 'noSources'] : undefined;
}

/** Where logic finds the answers of the record of a section. */
const baseOf = ({ id, kind }: SectionDefinition): string => (kind === 'table' ? 'row' : `application.${id}`);

/** The changes that add a field: to its section or to single forms, and to sheets. `ids`: of the field and its first part. */
export function fieldAdded(
  section: SectionDefinition,
  cycle: string,
  typed: NewField,
  ids: { field: string; part: string },
): Change[] {
  const { field } = ids;
  const at = { section: section.id, cycle, field };
  const written = writtenWhole(section, typed, ids);
  const element = evidence(section, typed, field);
  const add: Change = {
    kind: 'addField',
    ...at,
    ...written,
    ...(typed.isRequired && typed.kind !== 'computed' && { isRequired: true }),
    ...(element && { element }),
  };
  const adds =
    typed.only.length > 0
      ? typed.only.map((category) => ({ ...add, category }))
      : [{ ...add, ...(typed.after !== '' && { after: typed.after }) }];
  const prints = Object.entries(typed.prints).map(
    ([sheet, like]): Change => ({ kind: 'printField', ...at, sheet, like, title: typed.title.trim() }),
  );
  return [...adds, ...prints];
}

function writtenWhole(section: SectionDefinition, typed: NewField, { part }: { part: string }) {
  const { kind, list, choices, sources } = typed;
  const { schema, ui } = writtenOf(kind, { list, choices, sources, base: baseOf(section) });
  const title = typed.title.trim();
  const parts = kind === 'group' ? { properties: { [part]: { type: 'string', title, maxLength: 100 } } } : {};
  const printed = Object.keys(typed.prints);
  const sheets = printed.length > 0 && printed.length < (section.sheets ?? []).length && { sheets: printed };
  const hints = { ...ui, ...(typed.help.trim() !== '' && { help: typed.help.trim() }) };
  return {
    schema: { title, ...schema, ...parts, ...sheets } as JsonObject,
    ...(Object.keys(hints).length > 0 && { ui: hints }),
  };
}

const asksForFile = ({ file, kind }: NewField): boolean => file !== 'never' && kind !== 'computed';

/** Evidence beside a field; it hangs on the section, or on each row of a table. */
function evidence(section: SectionDefinition, typed: NewField, field: string): JsonObject | undefined {
  const title = (typed.fileTitle ?? typed.title).trim();
  return asksForFile(typed) ? slotFor(section, field, title, typed.file) : undefined;
}

/** The place for the evidence of a field. */
export function slotFor(
  section: SectionDefinition,
  field: string,
  title: string,
  rule: FileRule,
): JsonObject {
  const when = whenOf(section, field, rule);
  return {
    id: slotId(section, field),
    title,
    at: `/${field}`,
    ...(section.kind === 'table' && { per: 'row' }),
    ...(when !== true && { visibleWhen: when }),
    requiredWhen: when,
  };
}

const slotId = ({ slots = [] }: SectionDefinition, field: string): string => {
  const taken = new Set(slots.map(({ id }) => id));
  const base = `${field.replaceAll('/', '-').slice(0, 34)}File`;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}${number}`;
  return id;
};

function whenOf(section: SectionDefinition, field: string, rule: FileRule): Logic {
  const answer = { var: `${baseOf(section)}.${field.replaceAll('/', '.')}` };
  if (rule === 'whenYes') return { '==': [answer, true] };
  return rule === 'answered' ? { answered: answer } : true;
}
