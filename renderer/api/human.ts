import type { HumanTask } from '#core/model/wire/index.ts';
import { request } from './client.ts';

/** A task for the machine that asks, in the form of ALTCHA v2: cheap once, dear by the thousand. */
export const readChallenge = (): Promise<HumanTask> => request<HumanTask>('POST', '/api/challenges');
