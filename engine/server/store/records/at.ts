/** ISO date and time in UTC with milliseconds. Repositories normalise what they are given. */
export type At = string;
