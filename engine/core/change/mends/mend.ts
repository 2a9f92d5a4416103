import type { JsonObject } from '#core/json/index.ts';
import type { Part, Reading } from '../find/parts.ts';
import type { Change } from '../model.ts';

/** What an example is after a change; of a demonstration what somebody who registers is, as far as it has sections. */
export type Mend = (example: JsonObject, change: Change, files: Reading, part: Part) => JsonObject;
