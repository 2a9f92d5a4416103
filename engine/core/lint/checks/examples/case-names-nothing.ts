import { fieldNamed } from '#core/form/index.ts';
import { pointer, segmentsOf } from '#core/json/index.ts';
import type { CaseDefinition, CategoryDefinition, JsonObject } from '#core/model/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';
import { unknownFields } from '../../unknown-fields.ts';

/** An example that answers, attaches or expects something that its form does not have. */
export const caseNamesNothing: Check = {
  code: 'case-names-nothing',
  run: (context) =>
    context.definition.cases.flatMap((example, index) => checkExample(example, `/cases/${index}`, context)),
};

function checkExample(example: CaseDefinition, at: string, { definition, memory }: LintContext): Finding[] {
  const line = lineageOf(example, definition.cases);
  if (!line)
    return [
      { at: `${at}/extends`, sentence: 'case-names-nothing.extends', params: { id: example.extends ?? '' } },
    ];
  const id = line.find((known) => known.category)?.category ?? '';
  const category = definition.categories.find((known) => known.id === id);
  if (!category) return [{ at: `${at}/category`, sentence: 'case-names-nothing.category', params: { id } }];
  const findings = memory.once(example, 'names nothing', [category], () => [
    ...answers(example.sections, category, '/sections'),
    ...files(example, category, ''),
    ...expectations(example, category, ''),
  ]);
  return findings.map((finding) => ({ ...finding, at: `${at}${finding.at}` }));
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
      return [
        {
          at: at + pointer(id),
          sentence: 'case-names-nothing.section' as const,
          params: { category: category.title, section: id },
        },
      ];
    return unknownFields(value, section, at + pointer(id));
  });
}

function files(example: CaseDefinition, category: CategoryDefinition, at: string): Finding[] {
  return (example.files ?? []).flatMap((entry, index): Finding[] => {
    const path = typeof entry === 'string' ? entry : entry.at;
    const isOld = typeof entry === 'object' && entry.revision === 'old';
    const [id, ...rest] = path.split('/');
    const section = category.sections.find((known) => known.id === id);
    const slot = section?.slots?.find(
      (known) => known.id === rest.at(-1) && rest.length === (known.per === 'row' ? 2 : 1),
    );
    if (!slot)
      return [
        { at: at + pointer('files', index), sentence: 'case-names-nothing.slot' as const, params: { path } },
      ];
    if (!isOld || slot.of !== undefined) return [];
    return [
      {
        at: at + pointer('files', index, 'revision'),
        sentence: 'case-names-nothing.print' as const,
        params: { path },
      },
    ];
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
      .map(({ path, at: place }) => ({
        at: place,
        sentence: 'case-names-nothing.place' as const,
        params: { path },
        hint: { sentence: 'rows' as const },
      })),
    ...strange.map((id) => ({
      at: at + pointer('expects', 'sheets', id),
      sentence: 'case-names-nothing.sheet' as const,
      params: { category: category.title, sheet: id },
    })),
  ];
}

/** A section, a field of it, a cell of a grid, or a slot. */
function isPlace(path: string, category: CategoryDefinition): boolean {
  const [id, ...rest] = segmentsOf(path);
  const section = category.sections.find((known) => known.id === id);
  if (!section || rest.length === 0 || section.kind === 'grid' || section.kind === 'documents')
    return section !== undefined;
  if (section.kind === 'table' && section.schema?.items && !/^\d+$/.test(rest[0] ?? '')) return false;
  const inRecord = section.kind === 'table' ? rest.slice(1) : rest;
  const slot = section.slots?.some((known) => known.id === inRecord[0]);
  return (
    inRecord.length === 0 ||
    slot === true ||
    isEngineField(inRecord) ||
    fieldNamed(category.sections, pointer(section.id, ...inRecord)) !== undefined
  );
}

function isEngineField(path: string[]): boolean {
  return path.length === 1 && (path[0] === 'id' || path[0] === 'mark');
}
