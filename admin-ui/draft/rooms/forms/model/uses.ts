import { apply, type Change, type LeafEffect } from '#core/change/index.ts';
import { asText, isObject, segmentsOf } from '#core/json/index.ts';
import type { LoadedEdition, SourceFile } from '#core/model/index.ts';
import { type FileKind, identifyFile } from '#core/vocabulary/index.ts';

/** What reads a field: what sort of thing, what people call it, and the change that takes it out, where there is one. */
type Use = { sort: UseSort; title: string; count: number; without?: Change };
type UseSort = 'rule' | 'condition' | 'sheet' | 'column' | 'route' | 'expression' | 'example';

type FieldLevel = { section: string; field: string; cycle: string };

/** A name that no field has. */
const ELSEWHERE = 'renamedToFindItsUses';

/**
 * Everything that reads a field. A field that is called otherwise takes along whatever names it: what such a change
 * would touch, besides the field itself, is what uses it.
 */
export function usesOf(edition: LoadedEdition, files: readonly SourceFile[], level: FieldLevel): Use[] {
  const renamed = apply(files, { kind: 'renameField', ...level, to: ELSEWHERE });
  if ('problem' in renamed) return [];
  const found = new Map<string, Use>();
  for (const effect of renamed.effects) {
    const use = fieldUseAt(effect, edition, level);
    if (!use) continue;
    const key = `${use.sort}/${use.title}`;
    found.set(key, { ...use, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

const SORTS: Partial<Record<FileKind, UseSort>> = {
  ...{ template: 'sheet', sheet: 'sheet', route: 'route', expression: 'expression', case: 'example' },
  ...{ section: 'condition', category: 'condition', account: 'condition' },
};

function fieldUseAt({ file, at }: LeafEffect, edition: LoadedEdition, level: FieldLevel): Use | undefined {
  const part = identifyFile(file);
  if (!part) return undefined;
  const way = segmentsOf(at);
  if (part.kind === 'section' && part.id === level.section && isOwn(way, level, edition)) return undefined;
  const rule = ruleUse(way, part, edition, level.cycle);
  if (rule) return rule;
  if (part.kind === 'roster') return columnUse(way, part.id, edition, level.cycle);
  const sort = SORTS[part.kind];
  return sort && { sort, title: titleOf(part.kind, part.id, edition), count: 1 };
}

const LOGIC: ReadonlySet<string> = new Set([
  ...['visibleWhen', 'requiredWhen', 'readOnlyWhen', 'optionsWhen', 'disabledWhen', 'derive', 'preset'],
  ...['rules', 'items'],
]);

/** What is written of the field itself: its schema, how it is drawn, the evidence beside it. */
function isOwn(way: readonly string[], { section, field }: FieldLevel, edition: LoadedEdition): boolean {
  if (way[0] === 'slots') return slotAt(edition, section, way[1] ?? '') === `/${field}`;
  if (way[0] === 'schema') {
    const steps = field.split('/').flatMap((step) => ['properties', step]);
    const record = way[1] === 'items' ? way.slice(2) : way.slice(1);
    return steps.every((step, index) => record[index] === step) || !record.some((key) => LOGIC.has(key));
  }
  return !way.some((key) => LOGIC.has(key));
}

function slotAt({ definition }: LoadedEdition, section: string, slot: string): string | undefined {
  const sections = definition.categories.flatMap((category) => category.sections);
  const slots = sections.filter(({ id }) => id === section).flatMap(({ slots: own = [] }) => own);
  return slots.find(({ id }) => id === slot)?.at;
}

type Part = NonNullable<ReturnType<typeof identifyFile>>;

function ruleUse(way: string[], { kind, id }: Part, edition: LoadedEdition, cycle: string): Use | undefined {
  const at = way.indexOf('rules');
  const rule = way[at + 1];
  if (at < 0 || rule === undefined || !['section', 'category', 'account'].includes(kind)) return undefined;
  const section = kind === 'section' ? id : way[0] === 'overlay' ? way[1] : undefined;
  const category = kind === 'section' ? undefined : id;
  const level = { ...(section !== undefined && { section }), ...(category !== undefined && { category }) };
  const title = ruleTitle(edition, rule) ?? rule;
  return { sort: 'rule', title, count: 1, without: { kind: 'removeRule', rule, cycle, ...level } };
}

function ruleTitle({ definition }: LoadedEdition, rule: string): string | undefined {
  const all = definition.categories.flatMap(({ rules = [], sections }) => [
    ...rules,
    ...sections.flatMap((section) => section.rules ?? []),
  ]);
  return all.find(({ id }) => id === rule)?.message;
}

function columnUse(way: string[], roster: string, edition: LoadedEdition, cycle: string): Use {
  const column = way[0] === 'columns' ? way[1] : undefined;
  const title = edition.definition.rosters.find(({ id }) => id === roster)?.title ?? roster;
  if (column === undefined) return { sort: 'column', title, count: 1 };
  return {
    sort: 'column',
    title: `${title} · ${column}`,
    count: 1,
    without: { kind: 'removeColumn', roster, column, cycle },
  };
}

function titleOf(kind: FileKind, id: string, { definition, files }: LoadedEdition): string {
  if (kind === 'case') return '';
  const found = files.find(({ path }) => {
    const part = identifyFile(path);
    return part?.id === id && (part.kind === kind || (kind === 'template' && part.kind === 'sheet'));
  });
  const title = isObject(found?.json) ? asText(found.json.title) : undefined;
  return title ?? definition.sheets.find((sheet) => sheet.id === id)?.title ?? id;
}
