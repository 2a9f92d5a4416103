import { fieldAt } from '#core/form/index.ts';
import { pointer, segmentsOf } from '#core/json/index.ts';
import type { FieldSchema, UiHints } from '#core/model/index.ts';
import type { LintContext } from './context.ts';

/** One hint of how to draw a field, with the field's schema where there is one. */
export type HintSite = {
  hint: NonNullable<UiHints[string]>;
  path: string;
  schema?: FieldSchema | undefined;
  at: string;
};

/** Every hint of every section and of every event's input. */
export function hintsOf(context: LintContext): HintSite[] {
  const all = KNOWN.get(context) ?? allHints(context);
  KNOWN.set(context, all);
  return all;
}

const KNOWN = new WeakMap<LintContext, HintSite[]>();

function allHints({ sections, routes }: LintContext): HintSite[] {
  const ofSections = sections.flatMap(({ section, record, pointer: at }) =>
    hints(section.ui, section.kind === 'grid' ? gridRecord(section.cells) : record, `${at}/ui`),
  );
  const ofEvents = routes.flatMap(({ route, pointer: at }) =>
    Object.entries(route.events).flatMap(([name, { input }]) =>
      hints(input?.ui, input?.schema, at + pointer('events', name, 'input', 'ui')),
    ),
  );
  return [...ofSections, ...ofEvents];
}

function hints(ui: UiHints | undefined, record: FieldSchema | undefined, at: string): HintSite[] {
  return Object.entries(ui ?? {}).map(([path, hint]) => ({
    hint,
    path,
    schema: fieldAt(record, segmentsOf(path)),
    at: at + pointer(path),
  }));
}

/** The cells of a grid stand where a form has its fields. */
function gridRecord(cells: Record<string, FieldSchema> | undefined): FieldSchema {
  return { type: 'object', properties: cells ?? {} };
}
