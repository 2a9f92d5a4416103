import { segmentsOf } from '#core/json/index.ts';
import type {
  Affected,
  CompiledCategory,
  CompiledLogic,
  CompiledRule,
  CompiledSection,
  LogicScope,
} from '#core/model/index.ts';
import { answer, meet, type Name, namesRead } from './reads.ts';
import { isShownBy, type StepNode } from './steps.ts';

type Form = Pick<CompiledCategory, 'sections' | 'bySheet' | 'rules'>;

/** What reads answers without changing any: sections in their states and checks, and rules of the whole form. */
type Readers = { sections: [CompiledSection, Name[]][]; rules: [CompiledRule, Name[]][] };

/** Names that are remembered: a form has fewer, but whoever asks may make up more. */
const MOST = 5_000;

/**
 * What has to be computed again when an answer changes, by the names that everything reads and the steps write. It is
 * found from the definition alone, whatever the answers are: once for each answer, when it is first asked for.
 */
export function dependencies(
  form: Form,
  nodes: StepNode[],
  scope: LogicScope,
): CompiledCategory['affectedBy'] {
  const known = new Map<string, Affected>();
  let readers: Readers | undefined;
  return (segments) => {
    const name = answer(segments);
    const key = name.join('.');
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    readers ??= readersOf(form, scope);
    const affected = affectedBy(name, form, nodes, readers);
    known.set(key, affected);
    return affected;
  };
}

function affectedBy(name: Name, { bySheet }: Form, nodes: StepNode[], readers: Readers): Affected {
  const [, edited = ''] = name;
  const stale = staleNodes(name, nodes);
  const names = [name, ...stale.flatMap(({ writes }) => writes)];
  const changed = new Set([edited, ...stale.map(({ step }) => step.section)]);
  const reads = ([, read]: [unknown, Name[]]): boolean => read.some((one) => names.some((n) => meet(one, n)));
  const signs = ({ plan }: CompiledSection): boolean =>
    plan.prints.some(({ definition }) => bySheet[definition.of ?? '']?.some(({ id }) => changed.has(id)));
  const touched = readers.sections.filter(
    (reader) => changed.has(reader[0].id) || signs(reader[0]) || reads(reader),
  );
  return {
    changed,
    steps: nodes.flatMap(({ step }) => (changed.has(step.section) ? [step] : [])),
    stale: new Set(stale.map(({ step }) => step)),
    touched: touched.map(([section]) => section),
    rules: readers.rules
      .filter((reader) => standsIn(reader[0], changed) || reads(reader))
      .map(([rule]) => rule),
  };
}

/** Its problem is reported inside a section that has changed: a row there may be another. */
function standsIn({ definition }: CompiledRule, changed: ReadonlySet<string>): boolean {
  return changed.has(segmentsOf(definition.at ?? '')[0] ?? '');
}

/** The steps that read what has changed, those that read what they change, and so on. */
function staleNodes(name: Name, nodes: StepNode[]): StepNode[] {
  const stale = new Set(nodes.filter((node) => readsAny(node, [name]) || standsInside(node, [name])));
  // What is added to a set while it is walked is walked as well.
  for (const node of stale) {
    for (const other of nodes)
      if (readsAny(other, node.writes) || isShownBy(other, node) || standsInside(other, node.writes))
        stale.add(other);
  }
  return [...stale];
}

function readsAny({ reads }: StepNode, names: readonly Name[]): boolean {
  return reads.some((read) => names.some((name) => meet(read, name)));
}

/** Its section, list or item as a whole has changed: rows and items may be others, even where nothing in them is read. */
function standsInside({ step: { section, list } }: StepNode, names: readonly Name[]): boolean {
  const record = answer(list === undefined ? [section] : [section, ...list.segments, '*']);
  return names.some((name) => name.length <= record.length && meet(name, record));
}

function readersOf({ sections, rules }: Form, scope: LogicScope): Readers {
  const namesOf = (logics: (CompiledLogic | undefined)[], section?: string): Name[] =>
    logics.flatMap((logic) => (logic === undefined ? [] : namesRead(logic.logic, { section }, scope)));
  return {
    sections: sections.map((section) => [section, namesOf(logicsOf(section), section.id)]),
    rules: rules.map((rule) => [rule, namesOf([rule.when, rule.require])]),
  };
}

/** The logic of a section that decides over its states and problems, without its steps. */
function logicsOf(section: CompiledSection): (CompiledLogic | undefined)[] {
  const { fields, lists, items, slots, rules } = section;
  const asking = [...fields, ...lists.flatMap((list) => list.fields)];
  return [
    section.readOnly,
    ...asking.flatMap(({ required, readOnly, options }) => [required, readOnly, options]),
    ...asking.flatMap(({ disabled }) => disabled.map(({ when }) => when)),
    ...items.map(({ requiredWhen }) => requiredWhen),
    ...slots.map(({ required }) => required),
    ...rules.flatMap(({ when, require }) => [when, require]),
  ];
}
