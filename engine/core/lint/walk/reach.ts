import { asText } from '#core/json/index.ts';
import type { RouteSite } from './route-site.ts';
import { type StateSite, upwards } from './states.ts';
import { targetOf } from './transitions.ts';

/** Every state that a case can come to, whatever its guards say. */
export function reachableFrom({ states, transitions }: RouteSite): Set<StateSite> {
  const reached = new Set<StateSite>();
  const [root] = states;
  const waiting = root ? [root] : [];
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    const left = state;
    const led = transitions.filter((found) => found.from === left).map((found) => targetOf(found, states));
    const next = [...entered(state), ...upwards(state), ...led];
    waiting.push(...next.filter((found) => found !== undefined));
  }
  return reached;
}

/** The states that a state is in at once when it is entered: its initial one, or all of a parallel one. */
function entered(state: StateSite): StateSite[] {
  if (state.state.type === 'parallel') return state.children;
  const initial = asText(state.state.initial);
  return state.children.filter((child) => child.path.at(-1) === initial);
}

/** The innermost states of a case after it has entered this one. */
export function leavesOf(state: StateSite): StateSite[] {
  const below = entered(state);
  return below.length === 0 ? [state] : below.flatMap(leavesOf);
}
