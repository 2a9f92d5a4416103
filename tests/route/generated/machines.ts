/** Machines of any shape that XState takes and that never go in a circle by themselves, and walks through them. */
import fc from 'fast-check';
import type { Json, JsonObject } from '#core/model/index.ts';
import { by } from '../tiny-route.ts';

export const ANSWERS = ['a', 'b', 'c', 'd'];
export const EVENTS = { GO: { title: 'Go' }, NEXT: { title: 'Next' }, BACK: { title: 'Back' } };
export const DESKS = ['one', 'two', 'three'];

/** A guard over one answer. */
export const when = (answer: string) => ({ var: `application.${answer}` });

/** A tree of states before its transitions have targets. */
type Shape = {
  type: 'atomic' | 'final' | 'history' | 'compound' | 'parallel';
  children: Shape[];
  draw: number[];
};

const draws = fc.array(fc.nat({ max: 9_999 }), { minLength: 24, maxLength: 24 });
const shapes = fc.letrec<{ leaf: Shape; node: Shape }>((tie) => ({
  leaf: fc.record({
    type: fc.constantFrom(
      'atomic' as const,
      'atomic' as const,
      'atomic' as const,
      'final' as const,
      'history' as const,
    ),
    children: fc.constant([]),
    draw: draws,
  }),
  node: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    tie('leaf'),
    fc.record({
      type: fc.constantFrom('compound' as const, 'parallel' as const),
      children: fc.array(tie('node'), { minLength: 1, maxLength: 2 }),
      draw: draws,
    }),
  ),
}));

type Site = { id: string; shape: Shape; order: number };

/** Every state in document order. */
function sitesOf(children: Shape[], prefix: string, sites: Site[] = []): Site[] {
  children.forEach((shape, index) => {
    const id = `${prefix}${index}`;
    sites.push({ id, shape, order: sites.length });
    sitesOf(shape.children, `${id}x`, sites);
  });
  return sites;
}

/** One of a list, by a number that was drawn. */
export const pick = <T>(list: readonly T[], draw: number | undefined): T => {
  const chosen = list[(draw ?? 0) % Math.max(1, list.length)];
  if (chosen === undefined) throw new Error('Nothing to pick from');
  return chosen;
};

/** A guard in half of the cases, over an answer or over what the case remembers. */
function guarded(draw = 0): JsonObject {
  if (draw % 5 === 0) return { when: { in: [pick(DESKS, draw), { var: 'case.acted' }] } };
  return draw % 2 === 0 ? {} : { when: when(pick(ANSWERS, draw)) };
}

const ACTIONS: Json[] = [[], ['markActed'], ['clearRound'], ['startRound'], []];

/**
 * Where a state may lead without anybody's doing: never back, and to no history, which may lead back, so that no machine
 * goes in a circle by itself.
 */
const laterThan = (site: Site, all: Site[]): Site[] =>
  all.filter(
    (other) =>
      other.order > site.order &&
      other.shape.type !== 'history' &&
      !other.id.startsWith(`${site.id}x`) &&
      !crossesRegions(site, other, all),
  );

/** From one region into another of the same parallel state: all of them are entered anew, the first one too. */
const crossesRegions = (a: Site, b: Site, all: Site[]): boolean =>
  all.some(({ id, shape }) => {
    const region = (site: Site) => site.id.slice(id.length + 1).split('x')[0];
    const isInside = (site: Site) => site.id.startsWith(`${id}x`);
    return shape.type === 'parallel' && isInside(a) && isInside(b) && region(a) !== region(b);
  });

function stateOf(site: Site, all: Site[]): JsonObject {
  const { id, shape } = site;
  const d = shape.draw;
  if (shape.type === 'history') return { id, type: 'history', history: pick(['shallow', 'deep'], d[0]) };
  const meta: JsonObject = {
    ...((d[1] ?? 0) % 3 === 0 ? {} : { desk: pick(DESKS, d[1]) }),
    ...((d[2] ?? 0) % 4 === 0 ? { queues: { [pick(DESKS, d[2])]: pick(['aside', null], d[3]) } } : {}),
  };
  if (shape.type === 'final') return { id, type: 'final', meta };
  const on = Object.fromEntries(
    Object.keys(EVENTS).map((event, index) => [
      event,
      [0, 1].map((turn) => {
        const at = 4 + index * 4 + turn * 2;
        const transition = { target: `#${pick(all, d[at]).id}`, actions: pick(ACTIONS, d[at + 1]) };
        return by(pick(DESKS, d[at + 1]), { ...transition, ...guarded(d[at]) });
      }),
    ]),
  );
  const later = laterThan(site, all);
  const always =
    later.length > 0 && (d[16] ?? 0) % 2 === 0
      ? { always: [17, 18].map((at) => ({ target: `#${pick(later, d[at]).id}`, ...guarded(d[at]) })) }
      : {};
  const below = shape.children.length === 0 ? {} : inner(site, all);
  return { id, meta, on, ...always, ...below };
}

function inner(site: Site, all: Site[]): JsonObject {
  const {
    id,
    shape: { type, children },
  } = site;
  const later = laterThan(site, all);
  const states = Object.fromEntries(
    children.map((_child, index) => {
      const site = all.find((one) => one.id === `${id}x${index}`);
      if (!site) throw new Error(`No state ${id}x${index}`);
      return [`s${index}`, stateOf(site, all)];
    }),
  );
  const first = children.findIndex((child) => child.type !== 'history');
  const onDone = later.length > 0 ? { onDone: { target: `#${pick(later, children.length).id}` } } : {};
  return type === 'parallel'
    ? { type, states, ...onDone }
    : { initial: `s${Math.max(0, first)}`, states, ...onDone };
}

/** What XState takes: a compound state begins at a real state, and regions of a parallel one are no ends. */
function isSound({ type, children }: Shape): boolean {
  if (type === 'compound' && !children.some((child) => child.type !== 'history')) return false;
  if (type === 'parallel' && children.some((child) => child.type === 'final' || child.type === 'history'))
    return false;
  return children.every(isSound);
}

/** The top states of a machine; the first is a plain one. */
export const machines = fc
  .array(shapes.node, { minLength: 2, maxLength: 3 })
  .filter((children) => sitesOf(children, 's').length <= 9)
  .filter((children) => children[0]?.type === 'atomic' && children.every(isSound))
  .filter((children) => children.every(({ type }) => type !== 'history'));

/** Who fires what, and which answers hold then. */
export const walks = fc.array(
  fc.record({ event: fc.nat({ max: 2 }), desk: fc.nat({ max: 2 }), bits: fc.nat({ max: 15 }) }),
  {
    minLength: 4,
    maxLength: 14,
  },
);

/** The states of a machine, by their names. It begins in the first, which nothing leaves by itself. */
export function statesOf(children: Shape[]): JsonObject {
  const all = sitesOf(children, 's');
  const states = Object.fromEntries(
    all.filter(({ id }) => !id.includes('x')).map((site) => [site.id, stateOf(site, all)]),
  );
  delete (states.s0 as JsonObject).always;
  return states;
}
