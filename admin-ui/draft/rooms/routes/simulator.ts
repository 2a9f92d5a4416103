import { chartSample } from '#chart/index.ts';
import { routeOf } from '#core/compile/index.ts';
import type {
  BatchDefinition,
  CaseState,
  ChartDefinition,
  CompiledEdition,
  CompiledRoute,
  Effect,
  RuleData,
} from '#core/model/index.ts';
import { actionsOf, initialState, queuesOf, step, tagsOf } from '#core/route/index.ts';

/** One act of the play: what somebody did, where it led, and what it asked of the world. */
export type PlayedStep = { event: string; by: string; state: CaseState; effects: Effect[] };

/** A case that is played through a route, as an applicant of the chart's kind meets it. */
export type Play = {
  edition: CompiledEdition;
  compiled: CompiledRoute;
  sample: RuleData;
  steps: PlayedStep[];
};

/** Begins a case. */
export function beginPlay(edition: CompiledEdition, route: string, chart: ChartDefinition): Play {
  const compiled = routeOf(edition, route);
  return { edition, compiled, sample: chartSample(edition, route, chart), steps: [] };
}

/** Where the case is now. */
export function stateOf({ compiled, sample, steps }: Play): CaseState {
  return steps.at(-1)?.state ?? initialState(compiled, nowOf(sample), sample.desks);
}

/** Everybody who can do something, and what: the applicant first, then the desks in their order. */
export function offersIn(play: Play): { by: string; events: string[] }[] {
  const { edition, compiled } = play;
  const state = stateOf(play);
  return ['applicant', ...Object.keys(compiled.definition.desks), 'system']
    .filter((by) => by === 'applicant' || by === 'system' || state.context.desks[by] !== null)
    .map((by) => ({ by, events: actionsOf(edition, compiled.definition.id, state, by, play.sample) }))
    .filter(({ events }) => events.length > 0);
}

/** In which queue each desk that serves sees the case. */
export function queuesIn(play: Play): { desk: string; queue: string }[] {
  return Object.entries(queuesOf(play.compiled, stateOf(play))).flatMap(([desk, queue]) =>
    queue === null ? [] : [{ desk, queue }],
  );
}

/** Does something to the case; or gives the sentence that refuses it. */
export function played(play: Play, event: string, by: string): Play | { refusal: string } {
  const now = nowOf(play.sample);
  const data: RuleData = { ...play.sample, subtree: alone(play, event) };
  const result = step(
    play.edition,
    play.compiled.definition.id,
    stateOf(play),
    { type: event, by, now },
    data,
  );
  if (!('next' in result)) return { refusal: result.refused.message };
  const { next, effects } = result;
  return { ...play, steps: [...play.steps, { event, by, state: next, effects }] };
}

/** The last act taken back. */
export const stepBack = (play: Play): Play => ({ ...play, steps: play.steps.slice(0, -1) });

const nowOf = ({ now }: RuleData): string => now ?? '';

/** The numbers over all cases of an organisation, where this case is its only one. */
function alone(play: Play, event: string): Record<string, number> {
  const { batch } = play.compiled.definition.events[event] ?? {};
  const tags = tagsOf(play.compiled, stateOf(play));
  return Object.fromEntries(
    Object.entries(batch?.aggregates ?? ({} as BatchDefinition['aggregates'])).map(
      ([id, { tags: wanted }]) => [
        id,
        wanted === undefined || wanted.some((tag) => tags.includes(tag)) ? 1 : 0,
      ],
    ),
  );
}
