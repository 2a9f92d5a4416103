import type { CompiledLogic, CompiledSection, CompiledStep, LogicScope } from '#core/model/index.ts';
import { isInside, meet, type Name, namesRead } from './reads.ts';

/** A step with the names that it changes and reads; `named` are those that stand in its logic. */
export type StepNode = { step: CompiledStep; writes: Name[]; reads: Name[]; named: Name[] };

/**
 * Everything that changes what rules read, so ordered that a step comes after those that it depends on.
 * Steps that depend on one another in a circle keep the order in which they are written.
 */
export function orderSteps(sections: CompiledSection[], scope: LogicScope): StepNode[] {
  const nodes = sections.flatMap(stepsOf).map((step) => nodeOf(step, sections, scope));
  const ordered: StepNode[] = [];
  const seen = new Set<StepNode>();
  const visit = (node: StepNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const other of nodes) if (mustPrecede(other, node)) visit(other);
    ordered.push(node);
  };
  for (const node of nodes) visit(node);
  return ordered;
}

function stepsOf(section: CompiledSection): CompiledStep[] {
  const id = section.definition.id;
  const steps = [step('show', id, section.visible)];
  for (const field of section.fields) {
    steps.push(step('show', id, field.visible, { field }), step('derive', id, field.derive, { field }));
  }
  for (const list of section.lists) {
    for (const field of list.fields)
      steps.push(
        step('show', id, field.visible, { field, list }),
        step('derive', id, field.derive, { field, list }),
      );
  }
  for (const item of section.items) {
    steps.push(step('show', id, item.visible, { item }), step('derive', id, item.derive, { item }));
  }
  for (const slot of section.slots) steps.push(step('show', id, slot.visible, { slot }));
  return steps.flat();
}

type Subject = Pick<CompiledStep, 'field' | 'list' | 'item' | 'slot'>;

const noSubject: Subject = { field: undefined, list: undefined, item: undefined, slot: undefined };

function step(
  verb: CompiledStep['verb'],
  section: string,
  logic: CompiledLogic | undefined,
  subject: Subject = {},
): CompiledStep[] {
  return logic === undefined ? [] : [{ verb, section, logic, ...noSubject, ...subject }];
}

function nodeOf(step: CompiledStep, sections: CompiledSection[], scope: LogicScope): StepNode {
  const named = namesRead(step.logic.logic, { section: step.section, list: step.list?.segments }, scope);
  return {
    step,
    writes: writesOf(step),
    reads: [...named, ...siblingsRead(step, sections), ...idsRead(step)],
    named,
  };
}

/** What is taken out goes with what stands inside of it, a section also with its files. */
function writesOf({ section, field, list, item, slot }: CompiledStep): Name[] {
  if (slot !== undefined) return [['files', section, slot.definition.id]];
  if (item !== undefined) return ['cells', 'marks'].map((part) => ['application', section, part, item.id]);
  const above = list === undefined ? [] : [...list.segments, '*'];
  if (field !== undefined) return [['application', section, ...above, ...field.segments]];
  return [
    ['application', section],
    ['files', section],
  ];
}

/** A derived item reads the other items of its column even where it only names `cells`. */
function siblingsRead({ section, item, verb }: CompiledStep, sections: CompiledSection[]): Name[] {
  if (item === undefined || verb !== 'derive') return [];
  const grid = sections.find((candidate) => candidate.definition.id === section);
  return (grid?.items ?? [])
    .filter((other) => other !== item)
    .map((other) => ['application', section, 'cells', other.id]);
}

/** Which files a slot of rows takes away depends on the rows' ids. */
function idsRead({ section, slot }: CompiledStep): Name[] {
  return slot?.definition.per === 'row' ? [['application', section, 'id']] : [];
}

function mustPrecede(first: StepNode, second: StepNode): boolean {
  if (first === second) return false;
  if (isShownBy(second, first)) return !isSamePart(first, second) || second.step.verb === 'derive';
  if (isSamePart(first, second)) return false;
  return second.reads.some((read) => first.writes.some((written) => meet(read, written)));
}

/** Whether a step names something that it changes itself, or that a later one changes. */
export function isCircular(ordered: readonly StepNode[]): boolean {
  return ordered.some(({ named }, at) =>
    ordered.slice(at).some(({ writes }) => named.some((name) => writes.some((one) => meet(name, one)))),
  );
}

/** Whether a step changes something that another one shows or takes away. */
export function isShownBy({ writes }: StepNode, { step, writes: shown }: StepNode): boolean {
  return step.verb === 'show' && writes.some((name) => shown.some((outer) => isInside(name, outer)));
}

function isSamePart({ writes: [a] }: StepNode, { writes: [b] }: StepNode): boolean {
  return a?.join('.') === b?.join('.');
}
