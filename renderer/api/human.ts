import type { Challenge } from 'altcha-lib';
import { request } from './client.ts';

/** A task for the machine that asks, in the form of ALTCHA v2: cheap once, dear by the thousand. */
export const readChallenge = (): Promise<Challenge> => request<Challenge>('POST', '/api/challenges');
