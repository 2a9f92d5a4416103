import { asList, asObject, asText, isObject, type Json, type JsonObject } from '#core/json/index.ts';
import type { Difference } from '../../diff/differences.ts';
import type { Editor } from '../../editor/editor.ts';
import { partHome } from '../../find/homes.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { cycleOf } from '../recognised.ts';
import {
  type Arrow,
  arrowsAt,
  forOther,
  type Named,
  statePath,
  statesOf,
  targetOf,
  withoutWrites,
} from './machine.ts';
import { returnElsewhere } from './returns.ts';

/**
 * A desk more on a route. The new state is laid out as another one (`like`), whose states of the same name elsewhere
 * (where it returns to, where it refuses) are laid out anew for it as well; each of `arrows` leads to it while somebody
 * holds its desk, and it leads on to where they led. `finder` says how a new desk is found. What the desk writes with its
 * pass becomes `opinion`. What it returns goes to the state `back`, else to whom `like` returns it; with `resumes` it
 * then comes straight back to the desk that returned it, and what others have passed stays. `charts` are those of the
 * units that are meant: they are drawn with the new desk in place.
 */
export const insertStage = defineKind('insertStage', {
  required: ['route', 'state', 'title', 'desk', 'like', 'arrows'],
  optional: ['cycle', 'finder', 'name', 'opinion', 'back', 'resumes', 'charts'],
  make(editor, { route, state, title, desk, like, arrows, finder, name, cycle, ...way }) {
    const { file } = partHome(editor, 'route', route, cycle);
    const model = editor.value(file, statePath(like));
    if (!isObject(model)) throw new ChangeRefused('absent', { at: like }, file);
    if (editor.value(file, statePath(state)) !== undefined)
      throw new ChangeRefused('taken', { id: state }, file);
    const from = { desk: deskOf(model, file), state: lastOf(like), whole: targetOf(editor, file, like) };
    const to = { desk, state: lastOf(state), whole: targetOf(editor, file, state) };
    addDesk(editor, file, {
      desk,
      like: from.desk,
      ...(finder && { finder }),
      ...(name !== undefined && { name }),
    });
    const led = arrows.flatMap((arrow) => ledBy(editor, file, arrow));
    const target = onlyTarget(led, file);
    const own = stageLike(isBeside(state, like) ? model : withWholeTargets(editor, file, like), from, to);
    const on = { ...(isObject(own.on) ? own.on : {}) };
    for (const event of onwardsOf(on, led))
      on[event] = {
        target: targetOf(editor, file, target),
        actions: ['markActed', ...written(way.opinion)],
        meta: { by: desk },
      };
    const meta = { ...(isObject(own.meta) ? own.meta : {}), title };
    editor.put(
      file,
      statePath(state),
      { ...own, meta, on },
      isBeside(state, like) ? lastOf(like) : undefined,
    );
    addTwins(editor, file, { like, state, from, to });
    returnElsewhere(editor, file, { state, desk, ...way });
    for (const arrow of led) redirect(editor, file, arrow, { state, desk });
    for (const chart of way.charts ?? []) drawOn(editor, file, chart, desk);
  },
  words: ({ route, title, like, arrows, cycle }, titles, files) => ({
    where: titles.part('route', route, cycle),
    title,
    like: titles.state(route, like, cycle),
    arrows: [...new Set(arrows.map((arrow) => titles.state(route, arrow.state, cycle)))],
    target: onwards(files, route, arrows, titles, cycle),
  }),
  recognise: (difference) => stageInserted(difference),
});

/** A chart shows the desk. Throws where the route has no such chart. */
function drawOn(editor: Editor, file: string, chart: string, desk: string): void {
  if (!isObject(editor.value(file, ['charts', chart])))
    throw new ChangeRefused('absent', { at: chart }, file);
  editor.put(file, ['charts', chart, 'assume', desk], true);
}

const lastOf = (state: string): string => state.split('.').at(-1) ?? '';

const isBeside = (state: string, other: string): boolean =>
  state.split('.').slice(0, -1).join('.') === other.split('.').slice(0, -1).join('.');

/** What writes the opinion that comes with a pass. */
const written = (opinion?: JsonObject): Json[] => (opinion ? [{ type: 'write', params: opinion }] : []);

function deskOf(model: JsonObject, file: string): string {
  const desk = isObject(model.meta) ? asText(model.meta.desk) : undefined;
  if (desk === undefined) throw new ChangeRefused('no-desk', {}, file);
  return desk;
}

function addDesk(
  editor: Editor,
  file: string,
  { desk, like, finder, name }: { desk: string; like: string; finder?: JsonObject; name?: string },
): void {
  const isThere = editor.value(file, ['desks', desk]) !== undefined;
  if (isThere !== (finder === undefined))
    throw new ChangeRefused(isThere ? 'taken' : 'absent', { id: desk, at: desk }, file);
  if (finder) editor.put(file, ['desks', desk], { title: name ?? desk, find: finder }, like);
}

/** The transitions that an arrow means: those of the event that lead to its target, or all of it. */
function ledBy(
  editor: Editor,
  file: string,
  { state, event, target }: { state: string; event: string; target?: string },
): Arrow[] {
  const found = arrowsAt(editor, file, state, event).filter(
    (one) => target === undefined || one.target === target,
  );
  if (found.length === 0) throw new ChangeRefused('absent', { at: `${state} ${event}` }, file);
  return found;
}

/** Where all of them lead: a stage between has one way on. */
function onlyTarget(arrows: Arrow[], file: string): string {
  const [target, ...more] = [...new Set(arrows.map((arrow) => arrow.target))];
  if (target === undefined || more.length > 0) throw new ChangeRefused('many-targets', {}, file);
  return target;
}

function stageLike(model: JsonObject, from: Named, to: Named): JsonObject {
  const copy = forOther(withoutWrites(model), from, to);
  return isObject(copy) ? copy : {};
}

/** A state whose targets are understood from anywhere. */
function withWholeTargets(editor: Editor, file: string, state: string): JsonObject {
  const found = editor.value(file, statePath(state));
  const copy: JsonObject = JSON.parse(JSON.stringify(found ?? {}));
  for (const event of Object.keys(isObject(copy.on) ? copy.on : {})) {
    const arrows = arrowsAt(editor, file, state, event);
    for (const [index, one] of transitionsAt(asObject(copy.on)[event]).entries()) {
      const target = arrows[index]?.target;
      if (isObject(one) && target !== undefined) one.target = targetOf(editor, file, target);
    }
  }
  return copy;
}

/** By what a desk passes a case on: as its model does, else by what leads to it. */
function onwardsOf(on: JsonObject, led: Arrow[]): string[] {
  const passing = Object.keys(on).filter((event) =>
    transitionsAt(on[event]).some((one) => isObject(one) && asList(one.actions).includes('markActed')),
  );
  return passing.length > 0 ? passing : [...new Set(led.map(({ event }) => event))];
}

const transitionsAt = (value: Json | undefined): Json[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** States of the same name elsewhere, for those of the new desk. */
function addTwins(
  editor: Editor,
  file: string,
  { like, state, from, to }: { like: string; state: string; from: Named; to: Named },
): void {
  const twins = statesOf(editor, file).filter(
    (one) => one !== like && one !== state && lastOf(one) === from.state,
  );
  for (const twin of twins) {
    const path = statePath(twin);
    const copy = forOther(editor.value(file, path) ?? {}, from, to);
    editor.put(file, [...path.slice(0, -1), to.state], copy, from.state);
  }
}

/** Before a transition one that leads to the new state while somebody holds its desk. */
function redirect(editor: Editor, file: string, arrow: Arrow, to: { state: string; desk: string }): void {
  const at = [...statePath(arrow.state), 'on', arrow.event];
  const all = editor.value(file, at) ?? [];
  const list = transitionsAt(all);
  const target = targetOf(editor, file, to.state);
  const split = list.flatMap((one) =>
    isLed(editor, file, arrow, one) ? [aimed(one, target, to.desk), one] : [one],
  );
  editor.put(file, at, split);
}

function isLed(editor: Editor, file: string, arrow: Arrow, transition: Json): boolean {
  return JSON.stringify(editor.value(file, arrow.path)) === JSON.stringify(transition);
}

function aimed(transition: Json, target: string, desk: string): Json {
  const { when, ...rest } = isObject(transition) ? transition : {};
  const isHeld = { '!!': { var: `desks.${desk}` } };
  return { ...rest, target, when: when === undefined ? isHeld : { and: [when, isHeld] } };
}

function onwards(
  files: Parameters<typeof arrowsAt>[0],
  route: string,
  arrows: { state: string; event: string; target?: string }[],
  titles: {
    state(route: string, state: string, cycle?: string): string;
    routeFile(route: string, cycle?: string): string;
  },
  cycle?: string,
): string {
  const [arrow] = arrows;
  const file = titles.routeFile(route, cycle);
  const target =
    arrow?.target ??
    (arrow && arrowsAt(files, file, arrow.state, arrow.event).find((one) => one.target)?.target);
  return target === undefined ? '' : titles.state(route, target, cycle);
}

/** A state that is new: of which other it is laid out, and which transitions lead to it now. */
function stageInserted(difference: Difference) {
  const { part, path, before, after, is, was } = difference;
  if (part.kind !== 'route' || before !== undefined || !isObject(after) || path.at(-2) !== 'states')
    return undefined;
  const state = path.filter((_, index) => index > 0 && index % 2 === 0).join('.');
  const meta = isObject(after.meta) ? after.meta : {};
  const [title, desk] = [asText(meta.title), asText(meta.desk)];
  if (title === undefined || desk === undefined) return undefined;
  const arrows = statesOf(was, part.path).flatMap((one) => ledTo(is, part.path, one, state));
  const found = is.value(part.path, ['desks', desk]);
  const isNew = was.value(part.path, ['desks', desk]) === undefined;
  const stages = statesOf(was, part.path).filter((one) => isStage(was, part.path, one));
  if (arrows.length === 0) return undefined;
  return stages.map((like) => ({
    ...{ route: part.id, state, title, desk, like, arrows, ...opinionIn(after), ...cycleOf(difference) },
    ...(isNew &&
      isObject(found) &&
      isObject(found.find) && { finder: found.find, name: String(found.title) }),
  }));
}

/** Where a state writes the opinion of its desk. */
function opinionIn({ on }: JsonObject): { opinion?: { section: string; field: string } } {
  const writes = Object.values(isObject(on) ? on : {}).flatMap((transition) =>
    isObject(transition) ? asList(transition.actions) : [],
  );
  const { params } = asObject(writes.find((action) => isObject(action) && action.type === 'write'));
  const { section, field } = asObject(params);
  return typeof section === 'string' && typeof field === 'string' ? { opinion: { section, field } } : {};
}

/** The arrows of a state that lead to a new one: what stands behind each is where it led. */
function ledTo(is: Difference['is'], file: string, state: string, to: string) {
  const events = is.value(file, [...statePath(state), 'on']);
  return Object.keys(isObject(events) ? events : {}).flatMap((event) => {
    const all = arrowsAt(is, file, state, event);
    return all.flatMap((arrow, index) => {
      const next = all[index + 1]?.target;
      return arrow.target === to && next !== undefined ? [{ state, event, target: next }] : [];
    });
  });
}

function isStage(files: Difference['was'], file: string, state: string): boolean {
  return typeof files.value(file, [...statePath(state), 'meta', 'desk']) === 'string';
}
