import type { Compare, Row, Term } from './rows.ts';
import type { ReadableKind } from './sources.ts';

/** What people choose between a field and a value. */
export type Comparison = (typeof COMPARISONS)[number];

/** Every comparison in the order in which it is offered. */
const COMPARISONS = [
  ...(['is', 'isNot', 'oneOf', 'notOneOf', 'less', 'atMost', 'more', 'atLeast'] as const),
  ...(['contains', 'lacks', 'matches', 'startsWith', 'answered', 'unanswered', 'holds', 'fails'] as const),
] as const;

/** A row as it is edited: about what, how it is compared, and with what (absent where nothing is compared). */
type View = { subject: Term; comparison: Comparison; object?: Term };

const LOOSE: Partial<Record<Compare, Comparison>> = {
  '==': 'is',
  '!=': 'isNot',
  '<': 'less',
  '<=': 'atMost',
  '>': 'more',
  '>=': 'atLeast',
  matches: 'matches',
  startsWith: 'startsWith',
};

const DENIED: Partial<Record<Comparison, Comparison>> = {
  oneOf: 'notOneOf',
  contains: 'lacks',
  answered: 'unanswered',
  holds: 'fails',
};

/** A row as subject, comparison and object; undefined for groups and whatever is locked. */
export function viewOf(row: Row): View | undefined {
  if (row.kind === 'answered') return { subject: row.term, comparison: 'answered' };
  if (row.kind === 'holds') return { subject: row.term, comparison: 'holds' };
  if (row.kind === 'compare') return comparedOf(row);
  const inner = row.kind === 'not' && row.row.kind !== 'not' ? viewOf(row.row) : undefined;
  const denied = inner && DENIED[inner.comparison];
  return inner && denied && { ...inner, comparison: denied };
}

function comparedOf({ operator, left, right }: Extract<Row, { kind: 'compare' }>): View | undefined {
  if (operator === 'in')
    return left.kind === 'value' && right.kind !== 'value'
      ? { subject: right, comparison: 'contains', object: left }
      : { subject: left, comparison: 'oneOf', object: right };
  const comparison = LOOSE[operator];
  return comparison && { subject: left, comparison, object: right };
}

/** The row with another subject or object, otherwise written as it was. */
export function viewed(row: Row, view: Omit<View, 'comparison'>): Row {
  const { subject, object } = view;
  if (row.kind === 'not') return { ...row, row: viewed(row.row, view) };
  if (row.kind === 'answered' || row.kind === 'holds') return { ...row, term: subject };
  if (row.kind !== 'compare') return row;
  const isTurned = comparedOf(row)?.comparison === 'contains';
  const other = object ?? EMPTY;
  return isTurned ? { ...row, left: other, right: subject } : { ...row, left: subject, right: other };
}

/** The row with another comparison. What is compared stays as far as the comparison takes it. */
export function withComparison({ subject, object }: View, comparison: Comparison): Row {
  const isDenied = Object.values(DENIED).includes(comparison);
  const plain = isDenied ? (COMPARISONS.find((one) => DENIED[one] === comparison) ?? comparison) : comparison;
  const row = plainRow(subject, plain, objectFor(plain, object));
  return isDenied ? { kind: 'not', row, isShort: true } : row;
}

function plainRow(subject: Term, comparison: Comparison, object: Term): Row {
  if (comparison === 'answered') return { kind: 'answered', term: subject, isShort: true };
  if (comparison === 'holds') return { kind: 'holds', term: subject };
  if (comparison === 'contains') return { kind: 'compare', operator: 'in', left: object, right: subject };
  if (comparison === 'oneOf') return { kind: 'compare', operator: 'in', left: subject, right: object };
  const operator = OPERATORS.find(([, known]) => known === comparison)?.[0] ?? '==';
  return { kind: 'compare', operator, left: subject, right: object };
}

const OPERATORS = Object.entries(LOOSE) as [Compare, Comparison][];
const EMPTY: Term = { kind: 'value', value: '' };

/** A list where one is chosen from several, a single value where it is not; what a text contains is written down. */
function objectFor(comparison: Comparison, object: Term = EMPTY): Term {
  if (object.kind !== 'value') return comparison === 'contains' ? EMPTY : object;
  const { value } = object;
  if (comparison === 'oneOf')
    return { kind: 'value', value: Array.isArray(value) ? value : value === '' ? [] : [value] };
  return { kind: 'value', value: Array.isArray(value) ? (value[0] ?? '') : value };
}

/** Whether something is compared with. */
export const needsValue = (comparison: Comparison): boolean =>
  !['answered', 'unanswered', 'holds', 'fails'].includes(comparison);

const ANSWERED: Comparison[] = ['answered', 'unanswered'];
const ORDER: Comparison[] = ['is', 'isNot', 'less', 'atMost', 'more', 'atLeast'];

const FITTING: Record<ReadableKind, Comparison[]> = {
  choice: ['is', 'isNot', 'oneOf', 'notOneOf', ...ANSWERED],
  number: [...ORDER, ...ANSWERED],
  date: [...ORDER, ...ANSWERED],
  boolean: ['holds', 'fails', 'is', 'isNot', ...ANSWERED],
  list: ['contains', 'lacks', ...ANSWERED],
  text: ['is', 'isNot', 'oneOf', 'notOneOf', 'contains', 'lacks', 'startsWith', 'matches', ...ANSWERED],
  any: [...COMPARISONS],
};

/** The comparisons that values of a kind have; the one that a row has already is always among them. */
export function comparisonsFor(kind: ReadableKind, present?: Comparison): Comparison[] {
  const fitting = FITTING[kind];
  return COMPARISONS.filter((one) => fitting.includes(one) || one === present);
}
