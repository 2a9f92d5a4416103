import { evaluate, ruleData } from '#core/evaluate/index.ts';
import { sumNamed } from '#core/form/index.ts';
import { asObject, valueAt, valueAtPointer, withValue } from '#core/json/index.ts';
import type {
  AggregateDefinition,
  AnswerProblem,
  CaseState,
  CompiledCategory,
  CompiledEdition,
  CompiledRoute,
  Effect,
  Facts,
  JsonObject,
  OtherCase,
  RuleData,
} from '#core/model/index.ts';
import {
  caseFactsOf,
  initialState,
  type OrganisationNode,
  queuesOf,
  resolveDesks,
  step,
  tagsOf,
  titleOf,
} from '#core/route/index.ts';
import { validateInput } from '#core/validate/index.ts';
import { CommandError } from '../../error.ts';
import { type CliWords, cliWords, sentenceOf } from '../../locales/index.ts';
import { limitsUntil } from './limits.ts';
import { walkedLine } from './line.ts';

/** What a walk starts from: an organisation tree, who applies from where, and what happens. */
export type WalkScript = {
  unit: string;
  organisations: (JsonObject & { id: string; kind: string; parentId?: string | null })[];
  applicant?: JsonObject;
  others?: OtherCase[];
  category?: string;
  sections?: JsonObject;
  now?: string;
  /** One that only says `now` lets time pass. */
  events: (WalkedEvent | { now: string })[];
};

type WalkedEvent = { by: string; type: string; input?: JsonObject; now?: string };

type WalkStep = { lines: string[]; refused: boolean };

/** Walks a case through a route: gives one step at a time, the first state before any event. */
export function* walkEvents(
  edition: CompiledEdition,
  route: CompiledRoute,
  script: WalkScript,
): Generator<WalkStep> {
  const words = cliWords(edition.definition.programme.locale);
  const nodes = organisationsOf(edition, script);
  if (!nodes.has(script.unit))
    throw new CommandError(
      'noUnit',
      { id: script.unit, known: [...nodes.keys()] },
      edition.definition.programme.locale,
    );
  const desks = desksOf(edition, route, script, nodes);
  const start = script.now ?? edition.definition.edition.cycle.opensAt;
  let state = initialState(route, start, desks);
  yield { lines: describe(route, state, nodes, words), refused: false };
  for (const event of script.events) {
    const now = event.now ?? start;
    const factsAt = (at: CaseState, moment: string) =>
      dataOf(edition, route, script, nodes, { now: moment, desks, case: caseFactsOf(route, at) });
    for (const { title, next, effects } of limitsUntil(edition, route, state, now, factsAt)) {
      state = next;
      const heading = `\n${sentenceOf('walkLimit', words, { title })}`;
      yield {
        lines: [heading, ...describe(route, state, nodes, words), ...effectLines(effects, words)],
        refused: false,
      };
    }
    if (!('type' in event)) continue;
    const data = factsAt(state, now);
    data.subtree = subtreeOf(edition, route, state, event.type, script, data);
    const result = step(edition, route.definition.id, state, { ...event, now }, data);
    const heading = `\n${sentenceOf('walkEvent', words, { event: event.type, by: event.by })}`;
    const line = 'refused' in result ? null : walkedLine(edition, route, event.type, data, words);
    const missing = 'refused' in result ? [] : inputProblems(edition, route, { ...event, now }, data);
    if (missing.length > 0) {
      yield { lines: [heading, ...missing.map((one) => problemLine(one, words))], refused: true };
      continue;
    }
    if ('refused' in result) {
      yield {
        lines: [
          heading,
          sentenceOf('walkRefused', words, { code: result.refused.code, message: result.refused.message }),
        ],
        refused: true,
      };
      continue;
    }
    if (line?.refused) {
      yield { lines: [heading, line.line, line.refused], refused: true };
      continue;
    }
    state = result.next;
    const after = [...describe(route, state, nodes, words), ...effectLines(result.effects, words)];
    yield {
      lines: [heading, ...(line ? [line.line] : []), ...after],
      refused: false,
    };
  }
}

/** What the server would refuse of what is filled in with the event. */
function inputProblems(
  edition: CompiledEdition,
  { definition }: CompiledRoute,
  { type, by, now, input = {} }: WalkedEvent & { now: string },
  { application, applicant, unit, cycle, desks, subtree }: RuleData,
): AnswerProblem[] {
  const facts = { applicant, unit, cycle, desks, subtree, now };
  const problems = validateInput(edition, definition.id, type, input, facts, { application, desk: by });
  return problems.filter(({ severity }) => severity === 'block');
}

const problemLine = ({ code, place, message }: AnswerProblem, words: CliWords): string =>
  sentenceOf('walkRefused', words, { code, message: [place, message].filter(Boolean).join(' ') });

type Nodes = Map<string, OrganisationNode>;

function organisationsOf(edition: CompiledEdition, script: WalkScript): Nodes {
  const { organisationKinds: kinds, locale } = edition.definition.programme;
  const nodes = script.organisations.map((one): [string, OrganisationNode] => {
    const level = kinds.find((kind) => kind.id === one.kind)?.level;
    if (level === undefined) throw new CommandError('unknownKind', { id: one.id, kind: one.kind }, locale);
    return [one.id, { level, name: one.id, status: 'approved', ...one, parentId: one.parentId ?? null }];
  });
  return new Map(nodes);
}

function desksOf(
  edition: CompiledEdition,
  route: CompiledRoute,
  script: WalkScript,
  nodes: Nodes,
): Record<string, string | null> {
  const childrenOf = (id: string) => [...nodes.values()].filter((one) => one.parentId === id);
  return resolveDesks(edition, route.definition, script.unit, { get: (id) => nodes.get(id), childrenOf });
}

/** What guards read: the answers as evaluated, as the script's form or else the route's first has them. */
function dataOf(
  edition: CompiledEdition,
  route: CompiledRoute,
  script: WalkScript,
  nodes: Nodes,
  moment: Pick<Facts, 'now' | 'desks' | 'case'>,
): RuleData {
  const { sections = {}, applicant = {}, others = [], unit } = script;
  const { cycle } = edition.definition.edition;
  const facts = { ...moment, applicant, others, unit: nodes.get(unit) ?? {}, cycle };
  const category = formOf(edition, route, script)?.definition.id;
  if (category === undefined) return ruleData(edition, facts, { application: sections });
  const { data } = evaluate(edition, { category, sections, files: [], strikes: [] }, facts);
  return { ...data, application: withGiven(edition.categories[category], data.application, sections) };
}

/** A script may give what else would be computed: that it then stands is the point of trying it. */
function withGiven(
  category: CompiledCategory | undefined,
  evaluated: JsonObject,
  given: JsonObject,
): JsonObject {
  let answers = evaluated;
  for (const { verb, section, field } of category?.steps ?? []) {
    const path = [section, ...(field?.segments ?? [])];
    const value = verb === 'derive' && field ? valueAt(given, path) : undefined;
    if (value !== undefined && answers[section] !== undefined)
      answers = asObject(withValue(answers, path, value));
  }
  return answers;
}

function formOf(
  { categories }: CompiledEdition,
  { definition }: CompiledRoute,
  { category }: WalkScript,
): CompiledCategory | undefined {
  if (category !== undefined) return categories[category];
  return Object.values(categories).find((one) => one.definition.route === definition.id);
}

/** A batch over this one case: its own tags and sums. */
function subtreeOf(
  edition: CompiledEdition,
  route: CompiledRoute,
  state: CaseState,
  event: string,
  script: WalkScript,
  { application }: RuleData,
): Record<string, number> {
  const aggregates = route.definition.events[event]?.batch?.aggregates ?? {};
  const tags = tagsOf(route, state);
  const form = formOf(edition, route, script);
  const values = Object.entries(aggregates).map(([id, aggregate]) => [
    id,
    counts(aggregate, tags, script.category) ? measure(aggregate, form, application) : 0,
  ]);
  return Object.fromEntries(values);
}

function counts({ tags, category }: AggregateDefinition, has: string[], own: string | undefined): boolean {
  if (category !== undefined && category !== own) return false;
  return tags === undefined || tags.some((tag) => has.includes(tag));
}

/** Of a route that no form goes the answers are taken as they are given. */
function measure(
  { sum }: AggregateDefinition,
  form: CompiledCategory | undefined,
  answers: JsonObject,
): number {
  if (sum === undefined) return 1;
  if (form !== undefined) return sumNamed(form.sections, answers, sum);
  const value = valueAtPointer(answers, sum);
  return typeof value === 'number' ? value : 0;
}

function describe(route: CompiledRoute, state: CaseState, nodes: Nodes, words: CliWords): string[] {
  const queues = Object.entries(queuesOf(route, state)).flatMap(([desk, queue]) =>
    queue === null ? [] : [{ desk, queue, holder: nodes.get(state.context.desks[desk] ?? '')?.name ?? '?' }],
  );
  const held = queues.map((one) => sentenceOf('walkHeld', words, one)).join(' · ');
  return [
    sentenceOf('walkState', words, { value: JSON.stringify(state.value), title: titleOf(route, state) }),
    sentenceOf('walkRound', words, { round: state.context.round }),
    sentenceOf('walkTags', words, { tags: tagsOf(route, state).join(', ') || '-' }),
    sentenceOf('walkQueues', words, { queues: held || '-' }),
  ];
}

function effectLines(effects: Effect[], words: CliWords): string[] {
  return effects.map(({ type, params }) =>
    sentenceOf('walkEffect', words, { type, params: JSON.stringify(params) }),
  );
}
