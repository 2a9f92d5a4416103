import { createHash } from 'node:crypto';
import type { Cause, OutputEffect } from '#server/services/ground/index.ts';

type OutputKind = OutputEffect['kind'];
type Kind = 'blocked' | 'allowed' | 'aside' | OutputKind;

/** One thing that becomes otherwise for an application. */
export type Effect = Cause & { kind: Kind };

/** What became of one application. */
export type Outcome = { caseId: string; category: { id: string; title: string } } & (
  | { stays: true }
  | { effects: Effect[]; reached: string[] }
);

type Line = Effect & {
  key: string;
  cases: number;
  categories: { id: string; title: string; cases: number }[];
};

/** Counts of a replay: nobody's answers, and nobody's id. What comes out otherwise was not counted in all of them. */
export type Report = Partial<Record<OutputKind, number>> & {
  cases: number;
  /**
   * Applications for which something becomes otherwise; a part of them is blocked, let through, or loses an answer. One
   * that only prints something else is not among them: a title that is worded anew would make it every one.
   */
  changed: number;
  blocked: number;
  allowed: number;
  aside: number;
  stays: number;
  /** How many applications a watched rule applies to, by its key. */
  reached: Record<string, number>;
  lines: Line[];
};

export const EMPTY: Report = {
  ...{ cases: 0, changed: 0, blocked: 0, allowed: 0, aside: 0, stays: 0, reached: {} },
  ...{ print: 0, overflow: 0, blank: 0, stuck: 0 },
  lines: [],
};

const KEY = 32;

/** What an effect is counted under, whichever form the application has. */
export const lineOf = ({ kind, code, rule, path }: Effect): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, code, rule, path]))
    .digest('hex')
    .slice(0, KEY);

/** The report with more applications. */
export function withOutcomes(report: Report, outcomes: readonly Outcome[]): Report {
  const next: Report = { ...report, reached: { ...report.reached }, lines: report.lines.map(copyOf) };
  for (const outcome of outcomes) {
    next.cases += 1;
    if ('stays' in outcome) next.stays += 1;
    else addOutcome(next, outcome);
  }
  next.lines.sort((a, b) => rankOf(a) - rankOf(b) || b.cases - a.cases || (a.key < b.key ? -1 : 1));
  return next;
}

/** What happens to people stands before what is only printed otherwise. */
const rankOf = ({ kind }: Line): number => (kind === 'print' ? 1 : 0);

const copyOf = (line: Line): Line => ({ ...line, categories: line.categories.map((one) => ({ ...one })) });

function addOutcome(report: Report, { category, effects, reached }: Extract<Outcome, { effects: Effect[] }>) {
  addEffects(report, category, effects);
  for (const key of reached) report.reached[key] = (report.reached[key] ?? 0) + 1;
}

function addEffects(report: Report, category: Outcome['category'], effects: readonly Effect[]): void {
  if (effects.some(({ kind }) => kind !== 'print')) report.changed += 1;
  for (const kind of new Set(effects.map((one) => one.kind))) report[kind] = (report[kind] ?? 0) + 1;
  for (const [key, effect] of new Map(effects.map((one) => [lineOf(one), one])))
    addToLine(report.lines, key, effect, category);
}

function addToLine(lines: Line[], key: string, effect: Effect, category: Outcome['category']): void {
  let line = lines.find((one) => one.key === key);
  if (!line) {
    line = { key, ...effect, cases: 0, categories: [] };
    lines.push(line);
  }
  line.cases += 1;
  const known = line.categories.find(({ id }) => id === category.id);
  if (known) known.cases += 1;
  else line.categories.push({ ...category, cases: 1 });
}
