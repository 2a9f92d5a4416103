import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { isObject } from '#core/json/index.ts';
import type { ActiveNode, Json, StateInfo, StateMeta } from '#core/model/index.ts';

const metaOf = (node: ActiveNode): StateMeta => (node.meta ?? {}) as StateMeta;

/** A key for a state value that does not depend on the order of a parallel state's regions. */
export function valueKey(value: Json): string {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return JSON.stringify(value);
  const inner = Object.keys(value);
  const [only = ''] = inner;
  // Most states stand in one other; every case of a list asks.
  if (inner.length === 1) return `{${only}:${valueKey(value[only] ?? null)}}`;
  inner.sort();
  return `{${inner.map((key) => `${key}:${valueKey(value[key] ?? null)}`).join(',')}}`;
}

/**
 * Looks a state value up in the machine; `ruleTitle`: what rules read as its title, where the machine is in another
 * language than it is written in. Throws when the machine has no such state.
 */
export function stateInfoOf(machine: AnyStateMachine, value: Json, ruleTitle?: string): StateInfo {
  const snapshot = resolve(machine, value);
  const nodes = [...snapshot._nodes].sort((a, b) => a.path.length - b.path.length || a.order - b.order);
  const leaves = nodes.filter((node) => node.type === 'atomic' || node.type === 'final');
  return {
    value: snapshot.value as Json,
    text: leaves.map((node) => node.path.join('.')).join(' '),
    snapshot,
    nodes,
    leaves,
    tags: [...snapshot.tags].map(String),
    title: titleOf(leaves),
    ruleTitle: ruleTitle ?? titleOf(leaves),
    holders: desksNamed(leaves, 'desk'),
    correctors: desksNamed(leaves, 'corrects'),
    queues: queuesOf(nodes),
    login: nodes.some((node) => metaOf(node).login === true),
    corrections: !nodes.some((node) => metaOf(node).corrections === false),
    final: snapshot.status !== 'active',
  };
}

function resolve(machine: AnyStateMachine, value: Json): AnyMachineSnapshot {
  try {
    return machine.resolveState({ value: value as string, context: {} }) as AnyMachineSnapshot;
  } catch (cause) {
    throw new Error(`Machine "${machine.id}" has no state ${JSON.stringify(value)}`, { cause });
  }
}

function upwards(node: ActiveNode): ActiveNode[] {
  return node.parent ? [node, ...upwards(node.parent)] : [node];
}

/** A finished region has no holder and no queue, unless its final state names one. */
function speaking(node: ActiveNode): ActiveNode[] {
  return node.type === 'final' ? [node] : upwards(node);
}

/** What the innermost state that speaks of it names, over all open leaves. */
function desksNamed(leaves: ActiveNode[], as: 'desk' | 'corrects'): string[] {
  const named = leaves.flatMap((leaf) => {
    const own = speaking(leaf).map((node) => metaOf(node)[as]);
    return own.find((one) => one !== undefined) ?? [];
  });
  return [...new Set(named)];
}

function titleOf(leaves: ActiveNode[]): string {
  const open = leaves.filter((leaf) => leaf.type !== 'final');
  const titles = (open.length ? open : leaves).map((leaf) => {
    const titled = upwards(leaf).find((node) => metaOf(node).title !== undefined);
    return titled ? metaOf(titled).title : leaf.key;
  });
  return [...new Set(titles)].join(' / ');
}

/** Inner states overrule outer ones; of regions side by side a queue overrules none. */
function queuesOf(nodes: ActiveNode[]): Map<string, string | null> {
  const found = new Map<string, { queue: string | null; depth: number }>();
  for (const node of nodes) {
    for (const [desk, queue] of Object.entries(metaOf(node).queues ?? {})) {
      const known = found.get(desk);
      const beside = known !== undefined && known.depth === node.path.length;
      if (beside && known.queue !== null) continue;
      found.set(desk, { queue, depth: node.path.length });
    }
  }
  return new Map([...found].map(([desk, { queue }]) => [desk, queue]));
}
