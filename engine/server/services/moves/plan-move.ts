import { asideAt, moveAnswers, type SetAside } from '#core/change/index.ts';
import { segmentsOf } from '#core/json/index.ts';
import type { AnswerProblem, CompiledEdition, JsonObject } from '#core/model/index.ts';
import type { SectionRecord } from '#core/model/wire/index.ts';
import { isEnded, stateValues } from '#core/route/index.ts';
import { checkShape, validate } from '#core/validate/index.ts';
import {
  applicationOf,
  desksNow,
  factsOf,
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
  /** Ids of files in slots that the edition does not have; they stay with the case, and nothing shows them. */
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
    files: next.files.filter((file) => !hasSlot(next, file)).map(({ id }) => id),
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
export function withPlaces(
  edition: CompiledEdition,
  category: string,
  { answers, setAside }: Answers,
): Answers {
  const sections = edition.categories[category]?.bySection ?? {};
  return Object.keys(answers).reduce<Answers>(
    (now, id) => {
      const section = sections[id];
      if (!section) return asideAt(now, id, []);
      const problems = checkShape(edition, section, now.answers[id] ?? null, true);
      const blocking = problems.filter(({ severity }) => severity === 'block');
      // From behind, so that a row that goes moves none that is still to go.
      return blocking
        .map(({ path }) => segmentsOf(path).slice(1))
        .reverse()
        .reduce((rest, path) => asideAt(rest, id, path), now);
    },
    { answers, setAside },
  );
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

/** Whether the form still asks for files there. */
export const hasSlot = (
  { category }: LoadedCase,
  { section, slot }: { section: string; slot: string },
): boolean => category.bySection[section]?.slots.some(({ definition }) => definition.id === slot) ?? false;

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
