import type { CompiledCategory, FormPart } from '#core/model/index.ts';
import { meet, type Name } from './reads.ts';
import type { StepNode } from './steps.ts';

type Form = Pick<CompiledCategory, 'sections'>;

/** Parts that are remembered: a roster asks for one, with each set of filters for another. */
const MOST = 500;

/** Finds the part of a form that has to be read and computed for some names of it; the same names only once. */
export function partsOf(form: Form, nodes: StepNode[]): (names: readonly Name[]) => FormPart {
  const known = new Map<string, FormPart>();
  return (names) => {
    const key = JSON.stringify(names);
    const found = known.get(key) ?? partOf(form, nodes, names);
    if (known.size >= MOST) known.clear();
    known.set(key, found);
    return found;
  };
}

function partOf(form: Form, nodes: StepNode[], names: readonly Name[]): FormPart {
  const { taken, reads } = closure(nodes, names);
  const own = new Set([...taken].map(({ step }) => step.section));
  const isRead = (id: string): boolean => reads.some((name) => meet(name, ['application', id]));
  return {
    sections: form.sections.filter(({ id }) => own.has(id) || isRead(id)),
    steps: nodes.filter((node) => taken.has(node)).map(({ step }) => step),
    reads,
  };
}

/** The steps that have a part in what stands under these names, those that have one in what these read, and so on. */
function closure(nodes: StepNode[], names: readonly Name[]): { taken: Set<StepNode>; reads: Name[] } {
  const reads = [...names];
  const taken = new Set<StepNode>();
  // What is added while it is walked is walked as well.
  for (const name of reads) {
    for (const node of nodes) {
      if (taken.has(node) || !node.writes.some((written) => meet(written, name))) continue;
      taken.add(node);
      reads.push(...node.reads);
    }
  }
  return { taken, reads };
}
