import type { CategoryDefinition, Definition, LimitDefinition } from '#core/model/index.ts';

/** An application that somebody has in the cycle: the tags and the title of the state in which it stands. */
export type OwnApplication = { category: string; tags: string[]; stateTitle: string };

/** Why no further one may be begun: so many are there, or one has come to where none may follow. */
export type LimitReason =
  | { code: 'over-limit' | 'over-limit-of-category'; most: number }
  | { code: 'excluded' | 'excluded-of-category'; state: string };

/** The edition's limit on applications of all categories; without one it is one, however it ended. */
export function limitOf({ edition }: Definition): LimitDefinition & { most: number } {
  return { ...edition.limit, most: edition.limit?.most ?? 1 };
}

/**
 * Whether somebody with these applications of the cycle may begin another of the category: null, or the first reason
 * why not. What bars comes before what counts, what holds for all before what holds for the category.
 */
export function whyNotBegin(
  definition: Definition,
  { id, limit = {} }: Pick<CategoryDefinition, 'id' | 'limit'>,
  own: OwnApplication[],
): LimitReason | null {
  const ofCategory = own.filter(({ category }) => category === id);
  const all = limitOf(definition);
  const former = excluding(all, own);
  if (former) return { code: 'excluded', state: former.stateTitle };
  const firstOfCategory = excluding(limit, ofCategory);
  if (firstOfCategory) return { code: 'excluded-of-category', state: firstOfCategory.stateTitle };
  if (counted(all, own) >= all.most) return { code: 'over-limit', most: all.most };
  if (limit.most === undefined || counted(limit, ofCategory) < limit.most) return null;
  return { code: 'over-limit-of-category', most: limit.most };
}

const excluding = ({ excludedBy }: LimitDefinition, own: OwnApplication[]): OwnApplication | undefined =>
  own.find(({ tags }) => hasAny(excludedBy, tags));

const counted = ({ closedBy }: LimitDefinition, own: OwnApplication[]): number =>
  own.filter(({ tags }) => !hasAny(closedBy, tags)).length;

const hasAny = (wanted: string[] | undefined, tags: string[]): boolean =>
  wanted?.some((tag) => tags.includes(tag)) ?? false;
