import { type Name, namesRead } from '#core/compile/index.ts';
import type {
  CompiledCategory,
  CompiledField,
  CompiledLogic,
  CompiledSection,
  LogicScope,
} from '#core/model/index.ts';

const KNOWN = new WeakMap<CompiledCategory, Map<string, CompiledCategory>>();

/** As much of a form as decides about one of its sections: what it shows, asks, locks and computes; found once. */
export function partDeciding(
  category: CompiledCategory,
  section: CompiledSection,
  scope: LogicScope,
): CompiledCategory {
  const known = KNOWN.get(category) ?? new Map<string, CompiledCategory>();
  KNOWN.set(category, known);
  const part = known.get(section.id) ?? partOf(category, section, scope);
  known.set(section.id, part);
  return part;
}

function partOf(category: CompiledCategory, section: CompiledSection, scope: LogicScope): CompiledCategory {
  const { sections, steps } = category.partFor(namesOf(section, scope));
  return { ...category, sections, steps };
}

/** Its answers and files, and what those of its conditions read that are no steps: they ask for an answer, or lock. */
function namesOf({ id, fields, items, slots, lists, readOnly }: CompiledSection, scope: LogicScope): Name[] {
  const read = (logics: (CompiledLogic | undefined)[], list?: string[]): Name[] =>
    logics.flatMap((one) => (one === undefined ? [] : namesRead(one.logic, { section: id, list }, scope)));
  const ofFields = (some: CompiledField[]) =>
    some.flatMap(({ required, readOnly: locked }) => [required, locked]);
  return [
    ['application', id],
    ['files', id],
    ...read([readOnly, ...ofFields(fields)]),
    ...read(items.map(({ requiredWhen }) => requiredWhen)),
    ...read(slots.map(({ required }) => required)),
    ...lists.flatMap((list) => read(ofFields(list.fields), list.segments)),
  ];
}
