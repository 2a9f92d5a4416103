import { interpolate } from '#core/json/index.ts';
import type { JsonObject, RouteDefinition } from '#core/model/index.ts';
import { findersOf } from '#core/vocabulary/index.ts';
import { durationText } from '../durations.ts';
import { deskTitles } from '../nodes/roots.ts';
import type { SentenceScope } from '../scope.ts';
import { decides, gives, nameOf } from '../statement.ts';
import { readFields } from './fields.ts';
import { type Act, type Move, movesOf, type Way } from './machine.ts';
import { demanded, quoted, type Reader, type ReadPart, type ReadRule, ruleOf, worded } from './part.ts';
import { readRanking } from './ranking.ts';

/** Who holds its desks, what its actions demand, and which way it goes where that depends. */
export function readRoute(route: RouteDefinition, reader: Reader): ReadPart {
  const scope: SentenceScope = { definition: reader.definition, route };
  const rules = [
    ...readDesks(route, scope, reader),
    ...Object.keys(route.events).flatMap((event) => readEvent(event, scope, route, reader)),
    ...readDelays(route, scope, reader),
    ...movesOf(route.machine as JsonObject).flatMap((move) => readMove(move, scope, route, reader)),
  ];
  return { title: worded('route', reader, route.title), rules: onceEach(rules) };
}

function onceEach(rules: ReadRule[]): ReadRule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()];
}

function readDesks({ desks }: RouteDefinition, scope: SentenceScope, reader: Reader): ReadRule[] {
  return Object.values(desks).flatMap((desk) =>
    findersOf(desk).flatMap(({ where }) => {
      if (where === undefined) return [];
      const about = quoted(desk.title, reader);
      return [ruleOf(decides('found', about, where, { ...scope, candidate: true }, reader.locale))];
    }),
  );
}

function readEvent(
  id: string,
  scope: SentenceScope,
  { events }: RouteDefinition,
  reader: Reader,
): ReadRule[] {
  const event = events[id];
  if (event === undefined) return [];
  const inEvent: SentenceScope = { ...scope, input: event.input?.schema };
  const title = quoted(event.title, reader);
  const conditions = demanded(event.conditions, inEvent, reader);
  const batch = event.batch
    ? [
        ...demanded([{ id, require: event.batch.require, message: '', severity: 'block' }], inEvent, reader),
        ...readRanking(event.batch, inEvent, reader),
      ]
    : [];
  return [...conditions, ...batch, ...readFields(event.input?.schema, 'input', inEvent, reader)].map(
    (rule) => ({
      ...rule,
      text: worded('event', reader, title, rule.text),
      ...((rule.source ?? event.source) ? { source: rule.source ?? event.source ?? '' } : {}),
    }),
  );
}

/** Only what depends on something is a rule. */
function readMove(move: Move, scope: SentenceScope, route: RouteDefinition, reader: Reader): ReadRule[] {
  const depends =
    move.limit !== undefined || move.ways.some((way) => way.when !== undefined || way.acts.length > 0);
  if (!depends) return [];
  const event = move.event === undefined ? undefined : route.events[move.event];
  const inEvent: SentenceScope = { ...scope, input: event?.input?.schema };
  const ways = move.ways.map((way, index) => readWay(way, index > 0, inEvent, reader));
  const head = headOf(move, event?.title, route, reader);
  return [ways.length === 1 ? ruleOf(head + (ways[0] ?? '')) : { ...ruleOf(head), ways }];
}

function headOf(
  { state, event, limit, by }: Move,
  title: string | undefined,
  route: RouteDefinition,
  reader: Reader,
): string {
  const { marks } = reader.words;
  if (limit !== undefined)
    return worded('timeLimit', reader, state, limitWords(limit, route, reader)) + marks.colon;
  if (event === undefined) return worded('alone', reader, state) + marks.colon;
  const titleOf = deskTitles([route], reader.definition, reader.words);
  const desks = by.map((desk) => titleOf(desk) ?? desk).map((desk) => quoted(desk, reader));
  return worded('by', reader, desks.join(marks.list), state, quoted(title ?? event, reader)) + marks.colon;
}

/** "14 days later", or "once “Time for an appeal” is over". */
function limitWords(key: string, { delays }: RouteDefinition, reader: Reader): string {
  const delay = delays?.[key];
  if (!delay) return worded('later', reader, durationText(key, reader.words));
  const title = quoted(delay.title, reader);
  const about =
    'after' in delay ? worded('delay', reader, title, durationText(delay.after, reader.words)) : title;
  return worded('once', reader, about);
}

/** Time limits whose date is computed. */
function readDelays({ delays = {} }: RouteDefinition, scope: SentenceScope, reader: Reader): ReadRule[] {
  return Object.values(delays).flatMap((delay) =>
    'at' in delay
      ? [ruleOf(gives('value', quoted(delay.title, reader), delay.at, scope, reader.locale), delay.source)]
      : [],
  );
}

function readWay(
  { when = true, target, acts }: Way,
  isLater: boolean,
  scope: SentenceScope,
  reader: Reader,
): string {
  const { reading } = reader.words;
  const goes = target === undefined ? reading.stay : worded('to', reader, target);
  const { comma, items } = reader.words.marks;
  const about = acts.reduce(
    (text, act) => text + (act.when === undefined ? comma : items) + readAct(act, scope, reader),
    goes,
  );
  const way = decides('guard', about, when, scope, reader.locale);
  return isLater ? worded('otherwise', reader, way) : way;
}

function readAct(act: Act, scope: SentenceScope, reader: Reader): string {
  const text =
    'key' in act
      ? gives('keep', nameOfVar(act.key, scope, reader), act.value, scope, reader.locale)
      : readEffect(act.effect, act.paths, scope, reader);
  return act.when === undefined ? text : decides('guard', text, act.when, scope, reader.locale);
}

function readEffect(effect: string, paths: string[], scope: SentenceScope, reader: Reader): string {
  const known = Object.entries(reader.words.effects).find(([name]) => name === effect)?.[1] ?? effect;
  const names = paths.map((path) => nameOf(path, scope, reader.locale));
  const places = names.join(reader.words.marks.list);
  return interpolate(known, { 0: places === '' ? reader.words.reading.ofRound : places });
}

function nameOfVar(key: string, scope: SentenceScope, { locale }: Reader): string {
  return nameOf(`case.vars.${key}`, scope, locale);
}
