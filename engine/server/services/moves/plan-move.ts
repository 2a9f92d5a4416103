import { allAside, asideAt, moveAnswers, type SetAside } from '#core/change/index.ts';
import { segmentsOf, valueAt } from '#core/json/index.ts';
import type { AnswerProblem, CompiledEdition, CompiledSection, Json, JsonObject } from '#core/model/index.ts';
import type { SectionRecord } from '#core/model/wire/index.ts';
import { isEnded, stateValues } from '#core/route/index.ts';
import { checkShape, validate } from '#core/validate/index.ts';
import {
  applicationOf,
  desksNow,
  factsOf,
  hasPlace,
  type LoadedCase,
  stateKeyOf,
} from '#server/services/case/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import type { Tx } from '#server/store/index.ts';

/** Why a case stays where it is; the words are the screen's. */
type Reason = 'no-form' | 'no-route' | 'no-state' | 'ended' | 'no-way';

/** A case as it would stand under another edition, nothing stored yet. */
export type Plan = {
  moved: LoadedCase;
  setAside: SetAside[];
  /** Ids of files whose slot or row is not there; they stay with the case, and nothing shows them. */
  files: string[];
  /** What is wrong there and was not before. */
  gained: AnswerProblem[];
  /** Steps of which nobody can tell what they mean for answers. */
  unclear: number;
};

/** What a case would be under `target`: answers through the steps of the way, the rest as it is. */
export async function planMove(
  services: Services,
  tx: Tx,
  loaded: LoadedCase,
  target: CompiledEdition,
): Promise<Plan | { stays: Reason }> {
  const stays = whyStays(loaded, target);
  if (stays) return { stays };
  const steps = services.editions.steps(loaded.edition.hash, target.hash);
  if (steps === null) return { stays: 'no-way' };
  const answers = Object.fromEntries(Object.entries(loaded.sections).map(([id, { value }]) => [id, value]));
  const { setAside, unclear, ...moved } = moveAnswers(answers, steps, loaded.record.category);
  const fitted = withPlaces(target, loaded.record.category, { answers: moved.answers, setAside });
  const next = await underEdition(tx, loaded, target, fitted.answers);
  return {
    moved: next,
    setAside: fitted.setAside,
    files: next.files.filter((file) => !hasPlace(next, file)).map(({ id }) => id),
    gained: await gainedProblems(services, tx, loaded, next),
    unclear: unclear.length,
  };
}

function whyStays({ record, route, state }: LoadedCase, target: CompiledEdition): Reason | null {
  if (isEnded(route, state)) return 'ended';
  if (!target.categories[record.category]) return 'no-form';
  const next = target.routes[record.route];
  if (!next || target.categories[record.category]?.definition.route !== record.route) return 'no-route';
  return stateValues(next).some((value) => stateKeyOf(value) === record.stateKey) ? null : 'no-state';
}

type Answers = { answers: JsonObject; setAside: SetAside[] };

/** What the sections of the form have no place for is set aside as well: nobody may save around it. */
export function withPlaces(edition: CompiledEdition, category: string, before: Answers): Answers {
  const sections = edition.categories[category]?.bySection ?? {};
  return Object.keys(before.answers).reduce<Answers>((now, id) => {
    const section = sections[id];
    return section ? fittedTo(edition, section, id, now) : asideAt(now, id, []);
  }, before);
}

/** A section as far as it has places; a check lists so many problems at once, so it is asked until there are none. */
function fittedTo(edition: CompiledEdition, section: CompiledSection, id: string, before: Answers): Answers {
  let now = before;
  for (;;) {
    const value = now.answers[id];
    if (value === undefined) return now;
    const places = checkShape(edition, section, value, true)
      .filter(({ severity }) => severity === 'block')
      .flatMap((problem) => withoutPlace(problem, value));
    const next = allAside(now, id, places);
    if (next.answers === now.answers) return now;
    now = next;
  }
}

/** What a problem of shape speaks of; of a list that is too long what stands behind its limit. */
function withoutPlace({ path, code, params }: AnswerProblem, value: Json): string[][] {
  const place = segmentsOf(path).slice(1);
  const list = valueAt(value, place);
  if (code !== 'maxItems' || !Array.isArray(list)) return [place];
  const behind = Number(params?.limit ?? 0);
  return list.flatMap((_, index) => (index >= behind ? [[...place, String(index)]] : []));
}

/** The case under another edition with these answers; who holds a desk that is new there is found now. */
export async function underEdition(
  tx: Tx,
  loaded: LoadedCase,
  edition: CompiledEdition,
  answers: JsonObject,
): Promise<LoadedCase> {
  const { record } = loaded;
  const category = edition.categories[record.category];
  const route = edition.routes[record.route];
  if (!category || !route)
    throw new Error(`Edition ${edition.hash} has no form or route of case <${record.id}>`);
  const sections = Object.fromEntries(
    Object.entries(answers).map(([id, value]): [string, SectionRecord] => {
      const { version = 0, savedAt = null } = loaded.sections[id] ?? {};
      return [id, { value, version, savedAt }];
    }),
  );
  const next = { ...loaded, edition, category, route, sections };
  const found = loaded.state.context.round > 0 ? await desksNow(tx, next) : {};
  const context = { ...loaded.state.context, desks: { ...found, ...loaded.state.context.desks } };
  return {
    ...next,
    record: { ...record, edition: edition.hash, context },
    state: { value: loaded.state.value, context },
  };
}

async function gainedProblems(
  services: Services,
  tx: Tx,
  before: LoadedCase,
  after: LoadedCase,
): Promise<AnswerProblem[]> {
  const [was, is] = [await problemsOf(services, tx, before), await problemsOf(services, tx, after)];
  const key = ({ path, code, rule }: AnswerProblem): string => [path, code, rule ?? ''].join('\n');
  const known = new Set(was.map(key));
  return is.filter((one) => one.severity === 'block' && !known.has(key(one)));
}

const problemsOf = async (services: Services, tx: Tx, loaded: LoadedCase): Promise<AnswerProblem[]> =>
  validate(loaded.edition, applicationOf(loaded), await factsOf(services, tx, loaded));
