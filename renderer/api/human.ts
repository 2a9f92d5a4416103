import type { HumanTask } from '#core/model/wire/index.ts';
import { request } from './client.ts';

/**
 * A task for the visitor's machine, in the form of ALTCHA v2: cheap to solve once, expensive to solve a thousand
 * times.
 */
export const readChallenge = (): Promise<HumanTask> => request<HumanTask>('POST', '/api/challenges');
