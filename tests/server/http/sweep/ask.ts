import type { Route } from '#server/http/index.ts';
import type { Answer } from '../../../journeys/client.ts';
import { CALLS } from './calls.ts';
import type { Actor, Thing } from './world.ts';

export const nameOf = (route: Route): string => `${route.method} ${route.path}`;

const OF: Record<string, Thing['kind'][]> = {
  case: ['application', 'registration', 'nothing'],
  user: ['user', 'nothing'],
  child: ['organisation', 'nothing'],
  branch: ['organisation', 'nothing'],
  approved: ['organisation', 'nothing'],
};

/** What is worth asking for on a route. Sheets and files are of applications. */
export function thingsFor(route: Route, actor: Actor, things: Thing[]): Thing[] {
  const kinds = OF[route.object ?? ''] ?? ['nothing'];
  const all = things.filter((thing) => kinds.includes(thing.kind) && !spoils(route, actor, thing));
  if (!OF[route.object ?? '']) return all.slice(0, 1);
  if (/sheets|files/.test(route.path)) return all.filter((thing) => thing.kind !== 'registration');
  return all;
}

/** Calls that would end a session that the sweep needs, or take something away from whoever may. */
function spoils(route: Route, actor: Actor, thing: Thing): boolean {
  const name = nameOf(route);
  if (name === 'DELETE /api/session') return !actor.out;
  if (name === 'DELETE /api/accounts/:id') return thing.came === 'hand';
  if (name === 'POST /api/accounts/:id/password') return thing.kind === 'user' && thing.came !== 'person';
  return false;
}

/** One request, as the table of calls has it. Throws where the table does not know the route. */
export async function ask({ client }: Actor, route: Route, thing: Thing): Promise<Answer> {
  const call = CALLS[nameOf(route)]?.(thing);
  if (!call) throw new Error(`no call for ${nameOf(route)}`);
  if (call.upload) return client.upload(call.path, Buffer.from('%PDF-'));
  return client.send(route.method, call.path, call.body);
}
