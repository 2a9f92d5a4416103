import { fieldsInOrder, recordSchema } from '#core/form/index.ts';
import { pointer } from '#core/json/index.ts';
import type {
  CategoryDefinition,
  FieldSchema,
  LoadedEdition,
  SectionDefinition,
  SlotDefinition,
} from '#core/model/index.ts';
import { condition, scopeAt } from '#core/sentence/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { type FieldKind, kindOf } from './field-kinds.ts';

/** Whether a field has to be answered: always, never, or where a condition holds, in words. */
export type Demand = { always: boolean; when?: string };

/** A field of a section as a form has it. */
export type FieldRow = {
  /** Its way in the record, `/` between the steps of nested ones. */
  field: string;
  depth: number;
  title: string;
  kind: FieldKind;
  schema: FieldSchema;
  ui: Record<string, unknown>;
  demand: Demand;
  slots: { slot: SlotDefinition; demand: Demand }[];
  /** Where it stands in the definition. */
  place: string;
  /** The sheets that print it. */
  printed: string[];
  /** The id of the fragment that writes it, where none of the section's own files does. */
  fragment?: string;
  /** The form that writes it, where it is not the section itself. */
  from?: string;
};

type At = { edition: LoadedEdition; category: CategoryDefinition; section: SectionDefinition };

/** Every field of a section, in the order in which it is asked; groups before what stands in them. */
export function fieldRows(at: At): FieldRow[] {
  const { edition, category, section } = at;
  const { definition } = edition;
  const index = definition.categories.indexOf(category);
  const inside = section.kind === 'table' ? ['schema', 'items'] : ['schema'];
  const base = ['categories', index, 'sections', category.sections.indexOf(section), ...inside];
  return below(recordSchema(section), { ...at, base, parent: [] });
}

type Below = At & { base: (string | number)[]; parent: string[] };

function below(schema: FieldSchema, context: Below): FieldRow[] {
  const { parent, section } = context;
  const order = section.ui?.[parent.length === 0 ? '' : pointer(...parent)]?.order;
  return fieldsInOrder(schema, order).flatMap(([key, field]) => {
    const way = [...parent, key];
    const row = rowOf(field, way, schema.required?.includes(key) ?? false, context);
    const own = field.type === 'object' && !field.derive ? below(field, { ...context, parent: way }) : [];
    return [row, ...own];
  });
}

function rowOf(schema: FieldSchema, way: string[], listed: boolean, context: Below): FieldRow {
  const { section, edition, base } = context;
  const at = pointer(...way);
  const place = pointer(...base, ...way.flatMap((step) => ['properties', step]));
  const ui = section.ui?.[at] ?? {};
  return {
    field: way.join('/'),
    depth: way.length - 1,
    title: schema.title ?? way.at(-1) ?? '',
    kind: kindOf(schema, ui.widget),
    schema,
    ui,
    place,
    demand: demandOf(listed, schema.requiredWhen, place, edition),
    slots: slotsOf(at, context),
    printed: sheetsWith(way, context),
    ...originOf(place, context),
  };
}

function demandOf(
  always: boolean,
  when: FieldSchema['requiredWhen'],
  place: string,
  { definition }: LoadedEdition,
): Demand {
  if (always || when === undefined || when === false) return { always };
  if (when === true) return { always: true };
  return { always: false, when: condition(when, scopeAt(definition, place), definition.programme.locale) };
}

function slotsOf(at: string, { section, edition, base }: Below): FieldRow['slots'] {
  const place = pointer(...base.slice(0, 4));
  return (section.slots ?? [])
    .filter((slot) => slot.at === at)
    .map((slot) => ({ slot, demand: demandOf(false, slot.requiredWhen, place, edition) }));
}

/** The sheets of the form whose template reads the field: in the section's record, or in its rows. */
function sheetsWith(way: readonly string[], { edition, category, section }: Below): string[] {
  const inside = section.kind === 'table' ? ['rows', '*'] : ['fields'];
  return edition.definition.sheets
    .filter(({ id, shows }) => category.sheets?.includes(id) && reads(shows, [section.id, ...inside, ...way]))
    .map(({ id }) => id);
}

function reads(
  shows: LoadedEdition['definition']['sheets'][number]['shows'],
  way: readonly string[],
): boolean {
  const [key, ...rest] = way;
  if (shows === undefined || shows === true) return shows === true;
  if (key === undefined) return true;
  const inner = shows[key];
  return inner !== undefined && reads(inner, rest);
}

/** Where a field is written, if not in its section: a fragment that several share, or the form itself. */
function originOf(place: string, { edition }: Below): { fragment?: string; from?: string } {
  const found = identifyFile(edition.locate(place).file);
  if (found?.kind === 'fragment') return { fragment: found.id };
  return found?.kind === 'category' || found?.kind === 'account' ? { from: found.id } : {};
}
