import type { CaseDefinition, CategoryDefinition, JsonObject, SectionDefinition } from '../../model/index.ts';
import { asList, asObject, pointer, segmentsOf } from '../../vocabulary/index.ts';
import type { Check, Finding, LintContext } from '../context.ts';
import { nearest } from '../nearest.ts';
import { fieldAt, recordOf } from '../records.ts';

/** An example that answers, attaches or expects something that its form does not have. */
export const caseNamesNothing: Check = {
  code: 'case-names-nothing',
  run: (context) =>
    context.definition.cases.flatMap((example, index) => judge(example, `/cases/${index}`, context)),
};

function judge(example: CaseDefinition, at: string, { definition }: LintContext): Finding[] {
  const line = lineageOf(example, definition.cases);
  if (!line)
    return [{ at: `${at}/extends`, message: `There is no case "${example.extends}", or it extends itself` }];
  const id = line.find((known) => known.category)?.category ?? '';
  const category = definition.categories.find((known) => known.id === id);
  if (!category) return [{ at: `${at}/category`, message: `There is no category "${id}"` }];
  return [
    ...answers(example.sections, category, `${at}/sections`),
    ...files(example, category, at),
    ...expectations(example, category, at),
  ];
}

/** A case and those that it extends, itself first; undefined where one is missing or they run in a circle. */
function lineageOf(example: CaseDefinition, all: CaseDefinition[]): CaseDefinition[] | undefined {
  const line = [example];
  for (let last: CaseDefinition | undefined = example; last?.extends !== undefined; ) {
    const id: string = last.extends;
    last = all.find((known) => known.id === id);
    if (!last || line.includes(last)) return undefined;
    line.push(last);
  }
  return line;
}

function answers(sections: JsonObject, category: CategoryDefinition, at: string): Finding[] {
  return Object.entries(sections).flatMap(([id, value]) => {
    const section = category.sections.find((known) => known.id === id);
    if (!section)
      return [{ at: at + pointer(id), message: `Category "${category.id}" has no section "${id}"` }];
    if (section.kind === 'form') return fields(asObject(value), section, at + pointer(id), []);
    if (section.kind === 'grid') return cells(asObject(value), section, at + pointer(id));
    return asList(value).flatMap((row, index) =>
      fields(asObject(row), section, at + pointer(id, index), ['id', 'mark']),
    );
  });
}

function fields(value: JsonObject, section: SectionDefinition, at: string, extra: string[]): Finding[] {
  const known = [...Object.keys(recordOf(section)?.properties ?? {}), ...extra];
  // In a merge patch `null` takes away what the extended case answers, and that case's form may have the field.
  const given = Object.keys(value).filter((name) => value[name] !== null);
  return strangers(given, known, at, `Section "${section.id}" has no field`);
}

function cells(value: JsonObject, section: SectionDefinition, at: string): Finding[] {
  const known = (section.items ?? []).map((item) => item.id);
  return ['cells', 'marks'].flatMap((key) =>
    strangers(
      Object.keys(asObject(value[key])),
      known,
      at + pointer(key),
      `Grid "${section.id}" has no item`,
    ),
  );
}

function strangers(names: string[], known: string[], at: string, sentence: string): Finding[] {
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      return {
        at: at + pointer(name),
        message: `${sentence} "${name}"`,
        ...(meant ? { hint: `"${meant}" may be meant` } : {}),
      };
    });
}

function files(example: CaseDefinition, category: CategoryDefinition, at: string): Finding[] {
  return (example.files ?? []).flatMap((path, index) => {
    const [id, ...rest] = path.split('/');
    const section = category.sections.find((known) => known.id === id);
    const slot = section?.slots?.find(
      (known) => known.id === rest.at(-1) && rest.length === (known.per === 'row' ? 2 : 1),
    );
    return slot ? [] : [{ at: at + pointer('files', index), message: `"${path}" names no slot` }];
  });
}

function expectations(example: CaseDefinition, category: CategoryDefinition, at: string): Finding[] {
  const {
    visible = [],
    hidden = [],
    required = [],
    values = {},
    sheets = {},
    problems = [],
  } = example.expects;
  const lists = Object.entries({ visible, hidden, required }).flatMap(([key, paths]) =>
    paths.map((path, index) => ({ path, at: at + pointer('expects', key, index) })),
  );
  const others = [
    ...Object.keys(values).map((path) => ({ path, at: at + pointer('expects', 'values', path) })),
    ...problems.map(({ path }, index) => ({ path, at: at + pointer('expects', 'problems', index, 'path') })),
  ];
  const strange = Object.keys(sheets).filter((id) => !category.sheets?.includes(id));
  return [
    ...[...lists, ...others]
      .filter(({ path }) => !isPlace(path, category))
      .map(({ path, at: place }) => ({ at: place, message: `There is nothing at "${path}"` })),
    ...strange.map((id) => ({
      at: at + pointer('expects', 'sheets', id),
      message: `Category "${category.id}" has no sheet "${id}"`,
    })),
  ];
}

/** A section, a field of it, a cell of a grid, or a slot. */
function isPlace(path: string, category: CategoryDefinition): boolean {
  const [id, ...rest] = segmentsOf(path);
  const section = category.sections.find((known) => known.id === id);
  if (!section || rest.length === 0 || section.kind === 'grid' || section.kind === 'documents')
    return section !== undefined;
  const inRecord = section.kind === 'table' ? rest.slice(1) : rest;
  const slot = section.slots?.some((known) => known.id === inRecord[0]);
  return (
    inRecord.length === 0 ||
    slot === true ||
    isEngineField(inRecord) ||
    fieldAt(category.sections, pointer(section.id, ...inRecord)) !== undefined
  );
}

function isEngineField(path: string[]): boolean {
  return path.length === 1 && (path[0] === 'id' || path[0] === 'mark');
}
