/**
 * What every application has besides the pages of its form: where it is handed in, its sheets, and what desks have
 * said of it. A menu may be one of them.
 */
export const genericPages = ['confirm', 'sheets', 'opinions'] as const;

export type GenericPage = (typeof genericPages)[number];
