import { type AnswerStep, moveAnswers, type SetAside } from '#core/change/index.ts';
import { evaluating } from '#core/compile/index.ts';
import { outputsOf } from '#core/draft/index.ts';
import { resolveAnswers } from '#core/evaluate/index.ts';
import type { AnswerProblem, Application, CompiledCategory, Facts, JsonObject } from '#core/model/index.ts';
import { hasExit, isEnded, titleOf } from '#core/route/index.ts';
import { validateResolved } from '#core/validate/index.ts';
import { applicationOf, factsOf, type LoadedCase, loadCase } from '#server/services/case/index.ts';
import { causeOf, makingsOf } from '#server/services/drafts/index.ts';
import type { Before, Cause, ReplayedOf, Services } from '#server/services/ground/index.ts';
import { type CaseRecord, loading, type Tx } from '#server/store/index.ts';

/** How answers come to a draft: through what was published last, `from`, and then by its own changes. */
export type Way = { from: string; steps: AnswerStep[] };

/** An application under its own edition, and what the draft is asked of it; null = there is no way to the draft. */
export type Prepared = {
  loaded: LoadedCase;
  facts: Facts;
  causes: Cause[];
  setAside: SetAside[];
  asked: ReplayedOf;
} | null;

/**
 * Reads an application under its own edition, and carries its answers to the draft. `outputs`: what comes out of it is
 * wanted, too.
 */
export async function prepare(
  services: Services,
  tx: Tx,
  record: CaseRecord,
  way: Way,
  { outputs } = { outputs: true },
): Promise<Prepared> {
  const steps = stepsOf(services, record, way);
  if (steps === null) return null;
  const loaded = await loadCase(services, tx, record);
  const application = applicationOf(loaded);
  const facts = await factsOf(services, tx, loaded);
  const { answers, setAside } = moveAnswers(application.sections, steps, record.category);
  const { causes, before } = ownOf(loaded, application, facts, outputs);
  return {
    loaded,
    facts,
    causes,
    setAside,
    asked: {
      application: { ...application, sections: answers } satisfies Application,
      facts: steps.length === 0 ? facts : { ...facts, ...(await peopleOf(tx, record, facts, steps)) },
      before,
    },
  };
}

/** What blocks an application under its own edition, and what comes out of it there. */
function ownOf(
  { edition, category, route, state }: LoadedCase,
  application: Application,
  facts: Facts,
  wantsOutputs: boolean,
): { causes: Cause[]; before: Before | null } {
  return evaluating(edition.scope, () => {
    const resolved = resolveAnswers(edition, application, facts);
    const problems = validateResolved(edition, resolved, application);
    const causes = blocking(category, problems);
    if (!wantsOutputs) return { causes, before: null };
    return {
      causes,
      before: {
        ...outputsOf(edition, resolved, application),
        state: isEnded(route, state) || !hasExit(route, state.value) ? null : state.value,
        stateTitle: titleOf(route, state),
        makings: makingsOf(edition),
      },
    };
  });
}

/** The changes of an application's answers on the way to the draft; null = there is no way. */
export function stepsOf({ editions }: Services, { edition }: CaseRecord, way: Way): AnswerStep[] | null {
  if (edition === way.from) return way.steps;
  const before = editions.steps(edition, way.from);
  return before && [...before, ...way.steps];
}

const blocking = (category: CompiledCategory, problems: AnswerProblem[]): Cause[] =>
  problems.filter(({ severity }) => severity === 'block').map((one) => causeOf(category, one));

/** The registrations of the applicant and of the organisation are read by the draft's own names as well. */
async function peopleOf(
  tx: Tx,
  { ownerUserId, unitId }: CaseRecord,
  { applicant, unit }: Facts,
  steps: AnswerStep[],
): Promise<Pick<Facts, 'applicant' | 'unit'>> {
  const [owner, organisation] = await Promise.all([
    ownerUserId === null ? null : loading.user(tx, ownerUserId),
    unitId === null ? null : loading.organisation(tx, unitId),
  ]);
  return {
    applicant: await carried(tx, owner?.caseId ?? null, applicant, steps),
    unit: await carried(tx, organisation?.caseId ?? null, unit, steps),
  };
}

async function carried(
  tx: Tx,
  caseId: string | null,
  answers: JsonObject,
  steps: AnswerStep[],
): Promise<JsonObject> {
  const registration = caseId === null ? null : await loading.case(tx, caseId);
  return registration ? moveAnswers(answers, steps, registration.category).answers : answers;
}
