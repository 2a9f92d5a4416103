import type { JsonObject } from '#core/model/index.ts';

/**
 * Something that a transition may name in `actions`: an action changes the case's own context, an effect asks
 * something of the world. `params` is the JSON Schema of what stands beside its name, `subject` the kind of
 * route on which it makes sense.
 */
export type Command = { subject: 'application' | 'account' | 'any'; params: JsonObject };

/** The params of whatever takes none. */
export const NO_PARAMS: JsonObject = { type: 'object', additionalProperties: false };
