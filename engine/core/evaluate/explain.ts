import { interpret, sectionOf, type Trace } from '#core/compile/index.ts';
import { isObject, segmentsOf, valueAt } from '#core/json/index.ts';
import type {
  Application,
  CompiledCategory,
  CompiledEdition,
  CompiledLogic,
  CompiledSection,
  Facts,
  Json,
  JsonObject,
  Logic,
  RuleData,
} from '#core/model/index.ts';
import { decides, gives, nameOf, type SentenceScope, sourceText } from '#core/sentence/index.ts';
import { fieldWithLogic } from './items.ts';
import { atRecord, type ResolvedAnswers, resolveAnswers } from './resolve/index.ts';

/**
 * Why something is as it is: the rule as people read it, what came out, step by step, and the clause that it comes
 * from.
 */
type Reason = { sentence: string; logic: Logic; value: Json; trace: Trace; source?: string };

/** The reasons for a section, a field or a grid's item; only those that it has. */
type Explanation = { visible?: Reason; required?: Reason; readOnly?: Reason; derived?: Reason };

type Subject = {
  visible?: CompiledLogic | undefined;
  required?: CompiledLogic | undefined;
  readOnly?: CompiledLogic | undefined;
  derive?: CompiledLogic | undefined;
  source?: string | undefined;
  data: RuleData;
};

/**
 * Answers "why" for what stands at a pointer (`/section`, `/section/path`, `/section/index/path`,
 * `/section/cells/item[/column]`). Throws when the category or the section is not there.
 */
export function explain(
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
  pointer: string,
): Explanation {
  const resolved = resolveAnswers(edition, application, facts);
  const [id = '', ...path] = segmentsOf(pointer);
  const section = sectionOf(resolved.category, id);
  const subject = subjectAt(section, path, resolved);
  const sentenceFor = sentenceMaker(edition, resolved.category, section, path);
  const reason = (effect: keyof Explanation, logic: CompiledLogic | undefined): Reason | undefined => {
    if (logic === undefined) return undefined;
    const { locale } = edition.definition.programme;
    const source = subject.source === undefined ? {} : { source: sourceText(subject.source, locale) };
    const found = interpret(logic.logic, subject.data, edition.scope);
    return { sentence: sentenceFor(effect, logic.logic), logic: logic.logic, ...found, ...source };
  };
  return present({
    visible: reason('visible', subject.visible),
    required: reason('required', subject.required),
    readOnly: reason('readOnly', subject.readOnly),
    derived: reason('derived', subject.derive),
  });
}

/** The sentence of a rule about what is at the path, in the programme's language. */
function sentenceMaker(
  { definition }: CompiledEdition,
  category: CompiledCategory,
  section: CompiledSection,
  path: string[],
) {
  const { locale } = definition.programme;
  const inRecord = section.kind === 'table' ? path.slice(1) : path;
  const item = fieldWithLogic(section, inRecord)?.list?.schema.items;
  const scope: SentenceScope = {
    definition,
    category: category.definition,
    section: section.definition,
    item,
  };
  const about = nameOf(readAs(section, path), scope, locale);
  return (effect: keyof Explanation, logic: Logic): string =>
    effect === 'derived'
      ? gives('derive', about, logic, scope, locale)
      : decides(effect, about, logic, scope, locale);
}

/** What stands at a pointer, as rules would read it; the column of a grid says nothing here. */
function readAs({ id, kind }: CompiledSection, path: string[]): string {
  if (kind === 'table' && path.length > 1) return ['row', ...path.slice(1)].join('.');
  return ['application', id, ...(kind === 'grid' ? path.slice(0, 2) : path)].join('.');
}

function present(reasons: { [K in keyof Explanation]: Reason | undefined }): Explanation {
  return Object.fromEntries(Object.entries(reasons).filter(([, reason]) => reason !== undefined));
}

function subjectAt(section: CompiledSection, path: string[], resolved: ResolvedAnswers): Subject {
  const { id, kind } = section;
  const value = resolved.values[id] ?? null;
  const data: RuleData = { ...resolved.data, section: value };
  if (path.length === 0) return { visible: section.visible, source: section.definition.source, data };
  if (kind === 'grid') return itemSubject(section, path, data);
  if (kind !== 'table') return fieldSubject(section, path, data, value);
  const index = Number(path[0]);
  const row = Array.isArray(value) ? value[index] : undefined;
  if (isObject(row)) atRecord(data, resolved, id, row, index);
  return fieldSubject(section, path.slice(1), data, row);
}

function fieldSubject(
  section: CompiledSection,
  path: string[],
  data: RuleData,
  record: Json | undefined,
): Subject {
  const { field, list, at } = fieldWithLogic(section, path) ?? {};
  if (field === undefined) return { data };
  const item = list && valueAt(record, [...list.segments, String(at)]);
  const read = isObject(item) ? { ...data, item } : data;
  return { ...field, source: field.schema.source, data: read };
}

function itemSubject(section: CompiledSection, path: string[], data: RuleData): Subject {
  const [part, id, columnId] = path;
  const item = part === 'cells' ? section.items.find((candidate) => candidate.id === id) : undefined;
  if (item === undefined) return { data };
  const source = section.definition.items?.find((definition) => definition.id === id)?.source;
  const column = section.ruleColumns.find((candidate) => candidate.id === columnId);
  const chosen =
    column === undefined ? data : { ...data, column, cells: cellsOf(data.section, item.id, column.id) };
  return { visible: item.visible, required: item.requiredWhen, derive: item.derive, source, data: chosen };
}

function cellsOf(grid: Json | undefined, item: string, column: string): JsonObject {
  const cells = isObject(grid) && isObject(grid.cells) ? grid.cells : {};
  const others = Object.entries(cells).filter(
    ([id, row]) => id !== item && isObject(row) && row[column] !== undefined,
  );
  return Object.fromEntries(others.map(([id, row]) => [id, isObject(row) ? (row[column] ?? null) : null]));
}
