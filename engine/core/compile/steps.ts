import type { CompiledLogic, CompiledSection, CompiledStep, LogicScope } from '#core/model/index.ts';
import { readPaths } from './logic/index.ts';

/** A step with the names that it changes and reads, each split at its dots. */
type Node = { step: CompiledStep; writes: string[]; reads: string[][] };

/**
 * Everything that changes what rules read, so ordered that a step comes after those that it depends on.
 * Steps that depend on one another in a circle keep the order in which they are written.
 */
export function orderSteps(sections: CompiledSection[], scope: LogicScope): CompiledStep[] {
  const nodes = sections.flatMap(stepsOf).map((step) => nodeOf(step, sections, scope));
  const ordered: CompiledStep[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const other of nodes) if (mustPrecede(other, node)) visit(other);
    ordered.push(node.step);
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

function nodeOf(step: CompiledStep, sections: CompiledSection[], scope: LogicScope): Node {
  const reads = readPaths(step.logic.logic, scope.expressions).map((path) => absolute(path, step, sections));
  return { step, writes: writesOf(step), reads: [...reads, ...siblingsRead(step, sections)] };
}

function writesOf({ section, field, list, item, slot }: CompiledStep): string[] {
  if (slot !== undefined) return ['files', section, slot.definition.id];
  if (item !== undefined) return ['application', section, 'cells', item.id];
  return ['application', section, ...(list?.segments ?? []), ...(field?.segments ?? [])];
}

/** An element of a list, whichever. */
const isIndex = /^(\d+|\*)$/;

/** The name seen from the whole: `row.x` of a section is `application.<section>.x`; indexes fall away. */
function absolute(path: string, { section, list }: CompiledStep, sections: CompiledSection[]): string[] {
  const [head = '', ...rest] = path.split('.');
  const inside = (id: string, keys: string[]) => ['application', id, ...withoutIndexes(keys, id, sections)];
  if (head === 'item') return ['application', section, ...(list?.segments ?? []), ...rest];
  if (head === 'row' || head === 'section') return inside(section, rest);
  if (head === 'slots') return ['files', section, ...rest];
  if (head === 'cells') return ['application', section, 'cells', ...rest];
  if (head === 'input') return ['application', 'input', ...rest];
  if (head !== 'application') return [head, ...rest];
  const [id, ...keys] = rest;
  return id === undefined ? [head] : inside(id, keys);
}

/** Without the index of a row, and that of an item of a list whose items have logic. */
function withoutIndexes(path: string[], section: string, sections: CompiledSection[]): string[] {
  const plain = withoutIndex(path);
  const lists = sections.find(({ id }) => id === section)?.lists ?? [];
  const list = lists.find(({ segments }) => startsWith(plain, segments));
  if (list === undefined) return plain;
  const { length } = list.segments;
  return [...plain.slice(0, length), ...withoutIndex(plain.slice(length))];
}

function withoutIndex(path: string[]): string[] {
  return isIndex.test(path[0] ?? '') ? path.slice(1) : path;
}

/** A derived item reads the other items of its column even where it only names `cells`. */
function siblingsRead({ section, item, verb }: CompiledStep, sections: CompiledSection[]): string[][] {
  if (item === undefined || verb !== 'derive') return [];
  const grid = sections.find((candidate) => candidate.definition.id === section);
  return (grid?.items ?? [])
    .filter((other) => other !== item)
    .map((other) => ['application', section, 'cells', other.id]);
}

function mustPrecede(first: Node, second: Node): boolean {
  if (first === second) return false;
  if (first.step.verb === 'show' && startsWith(second.writes, first.writes)) {
    return first.writes.length < second.writes.length || second.step.verb === 'derive';
  }
  if (first.writes.join('.') === second.writes.join('.')) return false;
  return second.reads.some((read) => startsWith(first.writes, read) || startsWith(read, first.writes));
}

function startsWith(path: string[], prefix: string[]): boolean {
  return prefix.every((segment, index) => path[index] === segment);
}
