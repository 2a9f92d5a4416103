import type { DeskDefinition, DeskFinder } from '#core/model/index.ts';

/** The ways in which a desk is looked for, in their order. */
export const findersOf = ({ find }: Pick<DeskDefinition, 'find'>): DeskFinder[] => [find ?? []].flat();
