export type Clock = { at: string; zone: string };
export const CLOCKS: Clock[];
export const DATED: string[];
export function underClock(clock: Clock): Record<string, string>;
