import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEALTH, startServer, type TestServer } from './harness.ts';
import { Stage } from './stage.ts';

const OPINION = { opinion: '同意推荐。', signatory: '测试负责人', signedOn: '2026-11-20' };

/** The seven ways of the manual's chapter 1, and the detour over the reform office: who passes, in which order. */
const WAYS = [
  {
    way: 'R1 district institution',
    person: 'pending-level1-public-health',
    example: 'public-health-complete',
    passes: ['own', 'level1'],
  },
  {
    way: 'R1 with a reform office',
    person: 'pending-reform-office',
    example: 'primary-other-tcm-physician',
    passes: ['own', 'level1', 'reformOffice'],
  },
  {
    way: 'R2 other personnel over the talent agency',
    person: 'passed-talent-agency',
    example: 'trap-22-archive-complete',
    passes: ['own', 'talentAgency', 'level1'],
  },
  {
    way: 'R3 direct institution',
    person: 'pending-level1-nursing',
    example: 'nursing-complete',
    passes: ['level1'],
  },
  {
    way: 'R4 staff of another municipal unit',
    person: 'draft-military',
    example: 'clinical-complete',
    passes: ['level1'],
  },
  {
    way: 'R5 institution of another municipal unit',
    person: 'pending-enterprise',
    example: 'family-planning-complete',
    passes: ['own', 'level1'],
  },
  {
    way: 'R6 institution of another district department',
    person: 'pending-level2',
    example: 'trap-22-archive-complete',
    passes: ['own', 'level2', 'level1', 'reformOffice'],
  },
  {
    way: 'R7 staff of the district commission',
    person: 'commission-own-staff',
    example: 'public-health-complete',
    passes: ['level1'],
  },
];

/** A person for each of the nine categories, so that every form is filled in, handed in and passed once. */
const CATEGORIES = [
  { category: 'clinical', person: 'draft-clinical', example: 'clinical-complete' },
  { category: 'tcm', person: 'delivered-tcm', example: 'tcm-complete' },
  { category: 'pharmacy', person: 'passed-pharmacy', example: 'pharmacy-complete' },
  {
    category: 'medical-technology',
    person: 'returned-level1-imaging',
    example: 'medical-technology-complete',
  },
  {
    category: 'primary-general-practice',
    person: 'pending-own-gp',
    example: 'primary-general-practice-complete',
  },
  { category: 'primary-other', person: 'returned-own-nurse', example: 'primary-other-complete' },
];

describe('every way and every category over HTTP', () => {
  let server: TestServer;
  let stage: Stage;
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH });
    stage = await Stage.open(server);
    for (const { id, created } of stage.demo.organisations) if (created) await stage.organisation(id);
  });
  afterAll(() => server?.stop());

  const everybody = (): string[] => stage.demo.organisations.map((one) => one.id);

  it.each(WAYS)('$way', async ({ person, example, passes }) => {
    const applicant = await stage.person(person);
    const id = await stage.fill(applicant, example);
    await stage.fire(applicant, id, 'SUBMIT');
    expect(await stage.passAll(id, everybody(), OPINION)).toEqual(passes);
    expect((await stage.view(applicant, id)).tags).toContain('passed');
  });

  it.each(CATEGORIES)('the form $category', async ({ category, person, example }) => {
    const applicant = await stage.person(person);
    const id = await stage.fill(applicant, example);
    const before = await stage.view(applicant, id);
    expect(before.category).toBe(category);
    await stage.fire(applicant, id, 'SUBMIT');
    expect((await stage.passAll(id, everybody(), OPINION)).at(-1)).toBe('level1');
    const after = await stage.view(applicant, id);
    expect(after.editingAs).toBeNull();
    expect(after.events.map((event) => event.event)[0]).toBe('SUBMIT');
  });
});
