/** The special cases of the manual on the way of an application. */
import { describe, expect, it } from 'vitest';
import { actionsOf, holdersOf, queueEvents, tagsOf } from '#core/route/index.ts';
import { agency, OTHERS, office, SIGNED, STAFF, way } from './health-units.ts';
import { HEALTH, openRoutes, Walker } from './programmes.ts';

const edition = await openRoutes(HEALTH);

function walk(name: string, events: string[] = [], extra: Parameters<typeof Array.of>[0][] = []): Walker {
  const { organisations, unit, data } = way(name);
  const walker = new Walker(edition, [...organisations, ...(extra as typeof organisations)], unit, data);
  for (const event of events) {
    const [type = '', by = ''] = event.split(':');
    walker.fire(type, by, SIGNED);
  }
  return walker;
}

const R1_AT_LEVEL1 = ['SUBMIT:applicant', 'PASS:own'];
const R1_PASSED = [...R1_AT_LEVEL1, 'PASS:level1'];

describe('returns', () => {
  it.each([
    ['own', ['SUBMIT:applicant']],
    ['level1', R1_AT_LEVEL1],
    ['reformOffice', R1_PASSED],
  ])('from %s goes directly to the applicant and voids every pass', (desk, events) => {
    const walker = walk('R1', events, [office]);
    walker.fire('RETURN', desk, { opinion: '请补充材料' });
    expect(holdersOf(walker.route, walker.state)).toEqual(['applicant']);
    expect(walker.state.context).toMatchObject({ acted: [], returnedBy: desk });
    expect(walker.queues()[desk]).toBe('returned');
    expect(walker.refusal('PASS', 'own', SIGNED)).toBe('not-allowed');
  });

  it('a resubmission goes through the whole route', () => {
    const walker = walk('R6', [
      'SUBMIT:applicant',
      'PASS:own',
      'PASS:level2',
      'RETURN:level1',
      'SUBMIT:applicant',
    ]);
    expect(walker.state.value).toEqual({ pending: 'own' });
    expect(walker.state.context).toMatchObject({ round: 2, acted: [] });
    walker.fire('PASS', 'own', SIGNED);
    expect(walker.state.value).toEqual({ pending: 'level2' });
  });
});

describe('rejections', () => {
  it.each([
    ['own', ['SUBMIT:applicant']],
    ['level1', R1_AT_LEVEL1],
  ])('by %s bans the person', (desk, events) => {
    const walker = walk('R1', events);
    expect(walker.fire('REJECT', desk, { reason: '不符合条件' })).toContain('ban');
    expect(walker.refusal('SUBMIT', 'applicant')).toBe('not-allowed');
    expect(walker.queues()[desk]).toBe('rejected');
  });

  it('is undone by the rejecting desk alone, back to its own queue, and lifts the ban', () => {
    const walker = walk('R6', ['SUBMIT:applicant', 'PASS:own', 'REJECT:level2']);
    for (const other of ['applicant', 'own', 'level1', 'municipal'])
      expect(walker.refusal('UNDO_REJECT', other)).toBe('not-allowed');
    expect(walker.queues()).toEqual({ own: 'rejected', level2: 'rejected' });
    expect(walker.fire('UNDO_REJECT', 'level2')).toEqual(['liftBan']);
    expect(walker.queues().level2).toBe('pending');
  });
});

describe('level 1 alone', () => {
  it('takes a pass back, returns what it passed, and delivers', () => {
    const { passed } = queueEvents(walk('R1').route);
    for (const event of ['CANCEL_PASS', 'RETURN', 'DELIVER']) {
      expect(passed?.level1).toContain(event);
      for (const desk of ['own', 'level2', 'talentAgency', 'reformOffice'])
        expect(passed?.[desk]).not.toContain(event);
    }
    const walker = walk('R6', ['SUBMIT:applicant', 'PASS:own', 'PASS:level2', 'PASS:level1']);
    for (const desk of ['own', 'level2']) {
      expect(walker.refusal('CANCEL_PASS', desk)).toBe('not-allowed');
      expect(walker.refusal('RETURN', desk)).toBe('not-allowed');
    }
    walker.fire('CANCEL_PASS', 'level1');
    expect(walker.queues().level1).toBe('pending');
  });

  it('delivers only when everything below is decided', () => {
    const walker = walk('R1', R1_PASSED);
    walker.data = {
      ...walker.data,
      subtree: { undecided: 1, inReview: 1, returned: 0, passed: 3, drafts: 2 },
    };
    const blocked = walker.try('DELIVER', 'level1');
    expect(blocked).toMatchObject({
      refused: { code: 'batch', message: expect.stringContaining('1 人正在审核中') },
    });
    walker.data = {
      ...walker.data,
      subtree: { undecided: 0, inReview: 0, returned: 0, passed: 3, drafts: 2 },
    };
    walker.fire('DELIVER', 'level1');
    expect(walker.state.value).toBe('submittedMunicipal');
  });

  it('counts waiting, at whatever desk, and returned; not drafts', () => {
    const undecided = walk('R1').route.definition.events.DELIVER?.batch?.aggregates.undecided;
    const counted = (walker: Walker) =>
      tagsOf(walker.route, walker.state).some((tag) => undecided?.tags?.includes(tag));
    expect(counted(walk('R1'))).toBe(false);
    expect(counted(walk('R1', ['SUBMIT:applicant']))).toBe(true);
    expect(counted(walk('R1', R1_PASSED, [office]))).toBe(true);
    expect(counted(walk('R1', ['SUBMIT:applicant', 'RETURN:own']))).toBe(true);
    expect(counted(walk('R1', R1_PASSED))).toBe(false);
    expect(counted(walk('R1', ['SUBMIT:applicant', 'REJECT:own']))).toBe(false);
    expect(counted(walk('R1', ['SUBMIT:applicant', 'RETURN:own', 'WITHDRAW:level1']))).toBe(false);
  });
});

describe('the reform office', () => {
  it('is a stage that exists where its account does, and returns to the commission', () => {
    expect(walk('R1', R1_PASSED).state.value).toBe('passedL1');
    const detour = walk('R1', R1_PASSED, [office]);
    expect(detour.queues()).toMatchObject({ reformOffice: 'pending', level1: 'passed' });
    detour.fire('PASS', 'reformOffice', SIGNED);
    expect(detour.queues()).toMatchObject({ reformOffice: 'passed', level1: 'passed' });
    expect(
      actionsOf(edition, 'application', detour.state, 'level1', { ...detour.facts(), subtree: {} }),
    ).toContain('DELIVER');
  });

  it('goes through the stage again after the pass was taken back', () => {
    const walker = walk('R1', [...R1_PASSED, 'PASS:reformOffice', 'CANCEL_PASS:level1'], [office]);
    expect(walker.queues()).not.toHaveProperty('reformOffice');
    walker.fire('PASS', 'level1', SIGNED);
    expect(walker.state.value).toEqual({ pending: 'reformOffice' });
  });

  it('is created by a district commission and by nobody else', () => {
    const creators = edition.definition.programme.organisationKinds.filter((kind) =>
      kind.creates?.includes('reformOffice'),
    );
    expect(creators.map((kind) => kind.id)).toEqual(['districtCommission']);
    for (const name of ['R3', 'R4', 'R5']) expect(walk(name, [], [office]).desks().reformOffice).toBeNull();
  });

  it('lets the commission take a case back once it is frozen, and only then', () => {
    const walker = walk('R1', R1_PASSED, [office]);
    expect(walker.refusal('PULL_BACK', 'level1')).toBe('not-allowed');
    walker.organisations = walker.organisations.map((one) =>
      one.id === 'office' ? { ...one, status: 'frozen' } : one,
    );
    walker.fire('PULL_BACK', 'level1');
    expect(walker.queues().level1).toBe('pending');
    walker.fire('PASS', 'level1', SIGNED);
    expect(walker.state.value).toBe('passedL1');
  });
});

describe('deletion', () => {
  it('is for the applicant, after handing in and before anybody decided', () => {
    const walker = walk('R1');
    expect(walker.refusal('DELETE', 'applicant')).toBe('not-allowed');
    walker.fire('SUBMIT', 'applicant');
    expect(walker.refusal('DELETE', 'applicant')).toBeNull();
    expect(walker.refusal('DELETE', 'own')).toBe('not-allowed');
    walker.fire('PASS', 'own', SIGNED);
    expect(walker.refusal('DELETE', 'applicant')).toBe('not-allowed');
  });

  it('is not possible after a decision in this round, and possible again in the next', () => {
    const walker = walk('R1', ['SUBMIT:applicant', 'REJECT:own', 'UNDO_REJECT:own']);
    expect(walker.refusal('DELETE', 'applicant')).toBe('not-allowed');
    walker.fire('RETURN', 'own', { opinion: '请补充' });
    expect(walker.refusal('DELETE', 'applicant')).toBe('not-allowed');
    walker.fire('SUBMIT', 'applicant');
    expect(walker.refusal('DELETE', 'applicant')).toBeNull();
  });

  it.each(['R3', 'R4', 'R7'])('follows the same rule where level 1 is the first desk (%s)', (name) => {
    const walker = walk(name, ['SUBMIT:applicant']);
    expect(walker.refusal('DELETE', 'applicant')).toBeNull();
    walker.fire('PASS', 'level1', SIGNED);
    walker.fire('CANCEL_PASS', 'level1');
    expect(walker.refusal('DELETE', 'applicant')).toBe('not-allowed');
  });

  it('erases the case, and no event is possible afterwards', () => {
    const walker = walk('R1', ['SUBMIT:applicant']);
    expect(walker.fire('DELETE', 'applicant')).toEqual(['erase']);
    for (const event of Object.keys(walker.route.definition.events))
      expect(walker.refusal(event, 'applicant')).toBe('not-allowed');
  });
});

describe('passed is not delivered', () => {
  it('only what was delivered is official', () => {
    const walker = walk('R1', R1_PASSED);
    expect(tagsOf(walker.route, walker.state)).not.toContain('official');
    walker.data = { ...walker.data, subtree: { undecided: 0, passed: 1 } };
    walker.fire('DELIVER', 'level1');
    expect(tagsOf(walker.route, walker.state)).toContain('official');
    for (const event of ['RETURN', 'CANCEL_PASS', 'PUBLICITY'])
      expect(walker.refusal(event, 'level1')).toBe('not-allowed');
    expect(walker.queues()).toMatchObject({ level1: 'delivered', municipal: 'delivered' });
    walker.fire('SEND_BACK', 'municipal', { opinion: '请核对' });
    expect(holdersOf(walker.route, walker.state)).toEqual(['applicant']);
  });
});

describe('other departments of a district', () => {
  it('are under the commission, review, and nobody applies from them', () => {
    const kind = edition.definition.programme.organisationKinds.find((one) => one.id === 'districtOtherDept');
    expect(kind?.parents).toEqual(['districtCommission']);
    expect(kind?.applies ?? false).toBe(false);
    expect(walk('R6').desks()).toMatchObject({ level2: 'bureau', level1: 'commission' });
  });
});

describe('the talent agency', () => {
  const { organisations, unit } = way('R1');
  const submitted = (extra: typeof organisations, data: typeof STAFF) => {
    const walker = new Walker(edition, [...organisations, ...extra], unit, data);
    walker.fire('SUBMIT', 'applicant');
    walker.fire('PASS', 'own', SIGNED);
    return walker.state.value;
  };

  it('Q01 is in between for other staff where the district says so', () => {
    expect(submitted([agency], OTHERS)).toEqual({ pending: 'talentAgency' });
    expect(submitted([{ ...agency, talentAgency: false }], OTHERS)).toEqual({ pending: 'level1' });
    expect(submitted([], OTHERS)).toEqual({ pending: 'level1' });
    expect(submitted([agency], STAFF)).toEqual({ pending: 'level1' });
  });
});
