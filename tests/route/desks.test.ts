import { describe, expect, it } from 'vitest';
import type { DeskFinder, RouteDefinition } from '#core/model/index.ts';
import { resolveDesks } from '#core/route/index.ts';
import { GARDENS } from './garden-plots.ts';
import { agency, OTHERS, office, way } from './health-units.ts';
import { GARDEN, HEALTH, type Org, openRoutes, routeIn, THEATRE, treeOf, Walker } from './programmes.ts';

const garden = await openRoutes(GARDEN);
const health = await openRoutes(HEALTH);

function find(
  finder: DeskFinder | DeskFinder[],
  organisations: Org[] = GARDENS,
  others: Record<string, DeskFinder> = {},
): string | null {
  const finders: Record<string, DeskFinder | DeskFinder[]> = { ...others, sought: finder };
  const desks = Object.fromEntries(
    Object.entries(finders).map(([id, one]) => [id, { title: id, find: one }]),
  );
  const route: RouteDefinition = { ...routeIn(garden, 'application').definition, desks };
  return resolveDesks(garden, route, 'north', treeOf(organisations, garden)).sought ?? null;
}

describe('finding a desk', () => {
  it('self is the applicant’s organisation', () => expect(find({ self: true })).toBe('north'));
  it('where narrows it', () =>
    expect(find({ self: true, where: { '>': [{ var: 'unit.plots' }, 12] } })).toBeNull());
  it('where that cannot be computed finds nobody', () =>
    expect(find({ self: true, where: { '>': [{ '+': [{ var: 'unit.name' }, 1] }, 1] } })).toBeNull());
  it('an ancestor is not the organisation itself', () =>
    expect(find({ ancestor: ['association'] })).toBeNull());
  it('unless orSelf counts it', () =>
    expect(find({ ancestor: ['association'], orSelf: true })).toBe('north'));
  it('an ancestor may start at another desk', () => {
    expect(
      find({ ancestor: ['city'], from: 'below' }, GARDENS, {
        below: { child: ['safety'], of: 'top' },
        top: { self: true },
      }),
    ).toBe('city');
  });
  it('a child stands below another desk, whatever the order of the desks', () => {
    expect(find({ child: ['treasury'], of: 'top' }, GARDENS, { top: { ancestor: ['city'] } })).toBe(
      'treasury',
    );
  });
  it('a child of a vacant desk is vacant', () =>
    expect(find({ child: ['safety'], of: 'none' }, GARDENS, { none: { ancestor: ['bank'] } })).toBeNull());
  it.each(['pending', 'refused', 'frozen', 'deleted'])(
    'an organisation that is %s does not count',
    (status) => {
      const organisations = GARDENS.map((one) => (one.id === 'adviser' ? { ...one, status } : one));
      expect(find({ child: ['safety'], of: 'own' }, organisations, { own: { self: true } })).toBeNull();
    },
  );
  describe('in several ways', () => {
    const adviserOrTreasury: DeskFinder[] = [
      { child: ['safety'], of: 'own' },
      { child: ['treasury'], of: 'top' },
    ];
    const others: Record<string, DeskFinder> = { own: { self: true }, top: { ancestor: ['city'] } };
    it('takes the first', () => expect(find(adviserOrTreasury, GARDENS, others)).toBe('adviser'));
    it('takes the next where the first finds nobody, or nobody approved', () => {
      for (const status of ['pending', 'frozen']) {
        const organisations = GARDENS.map((one) => (one.id === 'adviser' ? { ...one, status } : one));
        expect(find(adviserOrTreasury, organisations, others)).toBe('treasury');
      }
    });
    it('finds nobody where none does', () =>
      expect(find([{ ancestor: ['bank'] }, { self: true, where: false }])).toBeNull());
    it('others are found from whoever was found', () =>
      expect(
        find({ ancestor: ['city'], from: 'either' }, GARDENS, {
          either: [{ ancestor: ['bank'] }, { self: true }] as unknown as DeskFinder,
        }),
      ).toBe('city'));
  });
  it('desks in a cycle are an error of the definition', () => {
    expect(() =>
      find({ child: ['safety'], of: 'other' }, GARDENS, { other: { child: ['city'], of: 'sought' } }),
    ).toThrow(/cannot be found/);
  });
});

describe('pinning', () => {
  it('uses the tree at the submission, and at each later one', () => {
    const { organisations, unit } = way('R1');
    const walker = new Walker(health, organisations, unit, OTHERS);
    walker.organisations = [...organisations, agency];
    walker.fire('SUBMIT', 'applicant');
    expect(walker.state.context.desks).toMatchObject({ talentAgency: 'agency', reformOffice: null });
    walker.organisations = [...organisations, agency, office];
    expect(walker.refusal('RETURN', 'own', { opinion: '请补充' })).toBeNull();
    expect(walker.state.context.desks.reformOffice).toBeNull();
    walker.fire('RETURN', 'own', { opinion: '请补充' });
    walker.fire('SUBMIT', 'applicant');
    expect(walker.state.context.desks.reformOffice).toBe('office');
  });
});

describe('a desk of a programme that another holds where it is not there', async () => {
  const fund = await openRoutes(THEATRE);
  const PANEL: Org = { id: 'jury', kind: 'panel', parentId: 'bureau' };
  const FINANCE: Org = { id: 'audit', kind: 'finance', parentId: 'bureau' };
  const LARGE = { application: { finances: { asked: 4_000 } } };

  /** As far as the stage in which two desks decide side by side. */
  function atReview(...offices: Org[]): Walker {
    const tree: Org[] = [
      { id: 'bureau', kind: 'bureau' },
      { id: 'cellar', kind: 'theatre', parentId: 'bureau' },
    ];
    const walker = new Walker(fund, [...tree, ...offices], 'cellar', LARGE);
    walker.fire('SUBMIT', 'applicant');
    walker.fire('PASS', 'theatre', { opinion: '同意' });
    return walker;
  }

  it('is held by its own office where there is one', () => {
    const walker = atReview(PANEL, FINANCE);
    expect(walker.state.context.desks).toMatchObject({ finance: 'audit', bureau: 'bureau' });
    expect(walker.queues()).toMatchObject({ panel: 'todo', finance: 'todo' });
  });

  it('is held by the one above otherwise, which acts in its name, and the stage ends', () => {
    const walker = atReview(PANEL);
    expect(walker.state.context.desks).toMatchObject({ finance: 'bureau', panel: 'jury' });
    expect(walker.queues()).toMatchObject({ panel: 'todo', finance: 'todo' });
    expect(walker.refusal('PASS', 'bureau', { opinion: '金额属实' })).not.toBeNull();
    walker.fire('PASS', 'finance', { opinion: '金额属实' });
    walker.fire('SCORE', 'panel', { opinion: '可', points: 80 });
    expect(walker.state.value).toBe('candidates');
  });
});
