import { pastedTable } from '../../draft/tables/pasted.ts';
import { type Kind, TOP, type Typed } from './typed.ts';

/** An organisation of a line: its name, its kind, and the name of the one above it; null = the one at the top. */
type Unit = { kind: number; name: string; above: string | null };

/** What is wrong with a line: there is no such organisation above, or it has to be said which one. */
type UnitFault = { line: number; fault: 'noAbove' | 'whichAbove' };

const linesOf = ({ units }: Kind): string[][] => pastedTable(units).filter(([name = '']) => name !== '');

/** The organisations of a kind; a kind under another one says in its second column under which. */
export function unitsOf(kind: Kind, typed: Typed): { units: Unit[]; faults: UnitFault[] } {
  const above = typed.kinds.find(({ key }) => key === kind.above);
  const known = above ? linesOf(above).map(([name = '']) => name) : [];
  const units: Unit[] = [];
  const faults: UnitFault[] = [];
  for (const [index, [name = '', named = '']] of linesOf(kind).entries()) {
    const wanted = named === '' && known.length === 1 ? known[0] : named;
    if (kind.above === TOP) units.push({ kind: kind.key, name, above: null });
    else if (wanted !== undefined && known.includes(wanted))
      units.push({ kind: kind.key, name, above: wanted });
    else faults.push({ line: index + 1, fault: named === '' ? 'whichAbove' : 'noAbove' });
  }
  return { units, faults };
}
