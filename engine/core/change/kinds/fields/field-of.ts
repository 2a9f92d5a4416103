import type { Difference } from '../../diff/differences.ts';
import { recordPath, type SectionLevel } from '../../find/homes.ts';
import { siteOf } from '../recognised.ts';

/** The field of which a difference speaks: `/` between the steps of a nested one; undefined where it is none. */
export function fieldOf(difference: Difference): { level: SectionLevel; field: string } | undefined {
  const site = siteOf(difference);
  if (!site || difference.keys) return undefined;
  const record = recordPath(difference.was, site.level);
  if (!record.every((key, index) => site.inner[index] === key)) return undefined;
  const field = stepsOf(site.inner.slice(record.length));
  return field.length > 0 ? { level: site.level, field: field.join('/') } : undefined;
}

/** Names of properties, `*` for the items of a list; none where the way leads elsewhere. */
function stepsOf([word, name, ...rest]: string[]): string[] {
  if (word === undefined) return [];
  if (word === 'items' && name !== undefined) return withRest('*', [name, ...rest]);
  if (word !== 'properties' || name === undefined) return [];
  return withRest(name, rest);
}

function withRest(step: string, rest: string[]): string[] {
  if (rest.length === 0) return [step];
  const below = stepsOf(rest);
  return below.length > 0 ? [step, ...below] : [];
}
