const PREFIX = 'after.';

/** The event of a time limit: as a case keeps it, or, with a state, as the machine knows it. */
export const limitEvent = (key: string, state?: string): string =>
  state === undefined ? PREFIX + key : `${PREFIX}${key}.${state}`;

/** Which time limit an event is; undefined for what people fire. */
export const limitOfEvent = (event: string): string | undefined =>
  event.startsWith(PREFIX) ? event.slice(PREFIX.length).split('.')[0] : undefined;
