import type { Relation, Route } from '#server/http/index.ts';
import type { Actor, Thing, Tree } from './world.ts';

/** What a cell of the table must answer. `reads` = may look, but not write. */
export type Verdict = 'in' | 'reads' | 'login' | 'ability' | 'missing';

/** How somebody stands to a thing, said anew from the words of the table and the demonstration's tree. */
const RELATIONS: Record<Relation, (actor: Actor, thing: Thing, tree: Tree) => Verdict> = {
  case: standsToCase,
  user: (actor, thing, tree) => (managesUser(actor, thing, tree) ? 'in' : 'missing'),
  child: ({ organisation }, thing, tree) => {
    const isMine = thing.kind === 'organisation' && tree.parentOf(thing.organisation) === organisation;
    const mayMake = organisation !== null && tree.mayCreate(organisation, tree.kindOf(thing.organisation));
    return isMine && mayMake ? 'in' : 'missing';
  },
  branch: ({ organisation }, thing, tree) =>
    thing.kind === 'organisation' && organisation !== null && tree.isBelow(thing.organisation, organisation)
      ? 'in'
      : 'missing',
  approved: (_actor, thing) => (thing.kind === 'organisation' && !thing.frozen ? 'in' : 'missing'),
  name: () => 'in',
};

function standsToCase(actor: Actor, thing: Thing, tree: Tree): Verdict {
  if (thing.kind === 'nothing' || thing.at === null) return 'missing';
  if (thing.ownerId === actor.userId) return 'in';
  const ability = thing.kind === 'registration' ? 'accounts' : 'review';
  if (!actor.abilities.includes(ability) || actor.organisation === null || !thing.handedIn) return 'missing';
  if (tree.line(thing.at).includes(actor.organisation)) return 'reads';
  return thing.kind === 'application' && tree.sideDesks(thing.at).includes(actor.organisation)
    ? 'reads'
    : 'missing';
}

function managesUser(actor: Actor, thing: Thing, tree: Tree): boolean {
  if (thing.kind !== 'user' || thing.at === null || actor.organisation === null) return false;
  if (thing.id === actor.userId) return false;
  if (thing.at === actor.organisation) return thing.came !== 'organisation';
  return tree.isBelow(thing.at, actor.organisation);
}

/** The cell of the table: who may come in, what they must be able to do, how they must stand to the thing. */
export function verdict(route: Route, actor: Actor, thing: Thing, tree: Tree): Verdict {
  if (route.access !== 'public') {
    if (actor.out) return 'login';
    const { access } = route;
    if (access !== 'session' && !access.some((one) => actor.abilities.includes(one))) return 'ability';
  }
  if (route.object === undefined) return 'in';
  // Of a case that may be seen, but by a name that is not there: nothing of this world was frozen.
  if (route.path.endsWith('/frozen-prints/:print')) return 'missing';
  if (route.object === 'name') return named(route, actor);
  return RELATIONS[route.object](actor, thing, tree);
}

/** Queues, batches and rosters are of applications here; editions, links, categories, cycles, drafts, publications, moves, replays, print runs and jobs are asked for by names that are not there. */
function named(route: Route, actor: Actor): Verdict {
  if (
    /^\/api\/(editions|setup|applications|jobs|cycles|drafts|publications|moves|replays|print-runs)\b/.test(
      route.path,
    )
  )
    return 'missing';
  const ofDesk = /^\/api\/(queues|batches|rosters)\//.test(route.path);
  return ofDesk && !actor.abilities.includes('review') ? 'ability' : 'in';
}
