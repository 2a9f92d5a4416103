import { compileLogic } from '#core/compile/index.ts';
import { ruleData } from '#core/evaluate/index.ts';
import type {
  CaseContext,
  CaseFacts,
  ChartDefinition,
  CompiledEdition,
  Logic,
  RouteCall,
  Rule,
  RuleData,
} from '#core/model/index.ts';
import type { Assumption } from './assumptions.ts';
import { onlyGiven, verdict } from './known.ts';
import { residual } from './residual.ts';

/** What people fill in, hand up or hand in. */
const ANSWERS = ['application', 'applicant', 'unit', 'files', 'subtree', 'input'] as const;

/** Decides the guards of one event, and says afterwards which of them it had to assume. */
type ChartDecider = Pick<RouteCall, 'decide'> & { assumed: () => Assumption[] };

/** Chooses whether a guard is taken to hold. */
type Choose = RouteCall['decide'];

/**
 * What rules read on a chart. It shows nobody being late: every station was entered when the cycle opened. `facts` say
 * more of the applicant.
 */
export function chartData(
  edition: CompiledEdition,
  { kind, facts }: ChartDefinition,
  desks: CaseContext['desks'],
): RuleData {
  const { programme, edition: settings } = edition.definition;
  const found = programme.organisationKinds.find(({ id }) => id === kind);
  const unit = { id: kind, kind, level: found?.level ?? 0, name: found?.title ?? kind };
  const now = settings.cycle.opensAt;
  const data = ruleData(edition, { unit, desks, now, case: { enteredAt: now } });
  return Object.assign(data, facts, { desks });
}

/** Decides the guards of a route for one chart; what they read is compiled once. */
export function chartDeciders(
  edition: CompiledEdition,
  data: RuleData,
): (by: string, choose: Choose) => ChartDecider {
  const compiled = new Map<string, Rule>();
  const runOf = (logic: Logic): Rule => {
    const key = JSON.stringify(logic);
    const run = compiled.get(key) ?? compileLogic(logic, edition.scope).run;
    compiled.set(key, run);
    return run;
  };
  const left = (when: Logic, known: RuleData) => residual(when, (logic) => verdict(runOf(logic), known));
  return (by, choose) => chartDecider(data, by, choose, left);
}

type Left = (when: Logic, known: RuleData) => Logic;

/**
 * A guard that reads what differs from case to case is taken to hold as is chosen. What a case
 * remembers of its own way is as at the beginning, unless a guard that does not hold then depends on it.
 */
function chartDecider(data: RuleData, actor: string, choose: Choose, left: Left): ChartDecider {
  const assumed = new Map<string, Assumption>();
  const assume = (when: Logic, holds: () => boolean): boolean => {
    const key = JSON.stringify(when);
    const known = assumed.get(key) ?? { when, holds: holds() };
    assumed.set(key, known);
    return known.holds;
  };
  return {
    assumed: () => [...assumed.values()],
    decide: (params, context) => {
      const { by, when } = params;
      if (by !== null && !(by.includes(actor) && serves(actor, data))) return false;
      if (when === null) return true;
      const seen = seenBy(actor, data, context);
      if (left(when, onlyGiven(seen, ANSWERS)) === true) return true;
      const depends = left(when, onlyGiven(withoutMemory(seen), [...ANSWERS, 'case']));
      return typeof depends === 'boolean' ? depends : assume(depends, () => choose(params, context));
    },
  };
}

function seenBy(by: string, data: RuleData, { round, acted }: CaseContext): RuleData {
  return { ...data, desk: by, case: { ...data.case, round, acted } };
}

/** Without what the case has kept on its way. */
function withoutMemory(data: RuleData): RuleData {
  const { vars, returnedBy, state, title, tags, ...known } = data.case;
  return { ...data, case: known as CaseFacts };
}

function serves(by: string, { desks }: RuleData): boolean {
  return !(by in desks) || desks[by] !== null;
}
