import { describe, expect, it } from 'vitest';
import { type OwnApplication, whyNotBegin } from '#core/form/index.ts';
import type { LimitDefinition } from '#core/model/index.ts';
import { tiny } from '../compile/tiny.ts';

const at = (stateTitle: string, ...tags: string[]): OwnApplication => ({ category: 'one', stateTitle, tags });
const [draft, refused, won] = [at('Draft'), at('Refused', 'refused'), at('Won', 'official')];
const elsewhere: OwnApplication = { ...draft, category: 'other' };

function why(
  own: OwnApplication[],
  { all, one }: { all?: LimitDefinition; one?: LimitDefinition },
): ReturnType<typeof whyNotBegin> {
  const definition = tiny([]);
  const edition = { ...definition.edition, ...(all && { limit: all }) };
  return whyNotBegin({ ...definition, edition }, { id: 'one', ...(one && { limit: one }) }, own);
}

const WITHIN: [string, OwnApplication[], LimitDefinition | undefined, LimitDefinition | undefined][] = [
  ['nothing there, nothing written', [], undefined, undefined],
  ['a second of two', [draft], { most: 2 }, undefined],
  ['one that has ended in a state that does not count', [refused], { closedBy: ['refused'] }, undefined],
  ['one of another category beside the only one of this', [elsewhere], { most: 2 }, { most: 1 }],
  [
    'one of another category that bars its own alone',
    [{ ...won, category: 'other' }],
    { most: 2 },
    { excludedBy: ['official'] },
  ],
  ['a refused one of the category', [refused, draft], { most: 3 }, { most: 2, closedBy: ['refused'] }],
];
const OVER: [string, OwnApplication[], LimitDefinition | undefined, LimitDefinition | undefined, object][] = [
  ['a second where nothing is written', [elsewhere], undefined, undefined, { code: 'over-limit', most: 1 }],
  ['however the first ended', [refused], undefined, undefined, { code: 'over-limit', most: 1 }],
  ['a third of two', [draft, elsewhere], { most: 2 }, undefined, { code: 'over-limit', most: 2 }],
  [
    'a second of the category',
    [draft],
    { most: 3 },
    { most: 1 },
    { code: 'over-limit-of-category', most: 1 },
  ],
  [
    'after one that bars',
    [won],
    { most: 3, excludedBy: ['official'] },
    undefined,
    { code: 'excluded', state: 'Won' },
  ],
  [
    'after one that bars the category',
    [won],
    { most: 3 },
    { excludedBy: ['official'] },
    { code: 'excluded-of-category', state: 'Won' },
  ],
  [
    'what bars comes before what counts',
    [won],
    { most: 1, excludedBy: ['official'] },
    undefined,
    { code: 'excluded', state: 'Won' },
  ],
];

describe('the limit of applications', () => {
  it.each(WITHIN)('lets %s begin', (_name, own, all, one) => {
    expect(why(own, { ...(all && { all }), ...(one && { one }) })).toBeNull();
  });

  it.each(OVER)('refuses %s', (_name, own, all, one, reason) => {
    expect(why(own, { ...(all && { all }), ...(one && { one }) })).toEqual(reason);
  });
});
