import type { RouteDefinition } from '#core/model/index.ts';
import { limitTitle } from '#core/sentence/index.ts';
import { limitOfEvent } from './limit-event.ts';

/** What an event is called, that of a time limit among them; its id where the route does not know it. */
export function eventTitle(route: RouteDefinition, event: string, locale: string): string {
  const limit = limitOfEvent(event);
  if (limit !== undefined) return limitTitle(route, limit, locale);
  return route.events[event]?.title ?? event;
}
