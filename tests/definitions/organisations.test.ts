import { describe, expect, it } from 'vitest';
import { validEntries } from '#core/compile/index.ts';
import { byId, loadEdition, sectionOf } from './edition.ts';

const loaded = await loadEdition();
const { programme, codes, categories, edition } = loaded.definition;

describe('kinds of unit', () => {
  it('register below the kind that approves them', () => {
    const parents = Object.fromEntries(programme.organisationKinds.map((kind) => [kind.id, kind.parents]));
    expect(parents).toEqual({
      municipal: [],
      districtCommission: ['municipal'],
      directInstitution: ['municipal'],
      municipalOther: ['municipal'],
      districtInstitution: ['districtCommission'],
      municipalOtherSub: ['municipalOther'],
      districtOtherDept: ['districtCommission'],
      districtOtherSub: ['districtOtherDept'],
      reformOffice: [],
    });
  });

  it('only district commissions add a reform office', () => {
    const creators = programme.organisationKinds.filter((kind) => kind.creates?.includes('reformOffice'));
    expect(creators.map((kind) => kind.id)).toEqual(['districtCommission']);
  });

  it('people apply from institutions, never from departments and offices', () => {
    const applying = programme.organisationKinds.filter((kind) => kind.applies === true);
    expect(applying.map((kind) => kind.id)).toEqual([
      'directInstitution',
      'municipalOther',
      'districtInstitution',
      'municipalOtherSub',
      'districtOtherSub',
    ]);
    expect(byId(programme.organisationKinds, 'districtCommission').applies).toEqual({
      '==': [{ var: 'unit.acceptsApplicants' }, true],
    });
  });

  it('are offered at registration under the three attributes', () => {
    const offered = byId(codes, 'unitKind').entries;
    const registering = programme.organisationKinds
      .filter((kind) => kind.form === 'unit')
      .map((kind) => kind.id);
    expect(offered.map((entry) => entry.code).sort()).toEqual([...registering].sort());
    expect(new Set(offered.map((entry) => entry.attribute))).toEqual(
      new Set(byId(codes, 'unitAttribute').entries.map((entry) => entry.code)),
    );
  });
});

describe('accounts', () => {
  it('require a password of eight characters from three of four classes', () => {
    expect(programme.password).toMatchObject({ minLength: 8, classes: 3 });
  });

  it('hold an ID number once, whatever its letter case', () => {
    const [unique] = byId(categories, 'applicant').account?.unique ?? [];
    expect(unique).toMatchObject({ at: '/person/idNumber', normalise: ['identifier', 'lookalikes'] });
  });

  it('keep ID and telephone numbers sealed', () => {
    const fields = Object.entries(sectionOf(loaded, 'applicant', 'person').schema?.properties ?? {});
    expect(fields.filter(([, field]) => field.sensitive).map(([name]) => name)).toEqual([
      'idNumber',
      'mobile',
    ]);
  });

  it('bind the attributes of a unit that rules read', () => {
    expect(Object.keys(byId(categories, 'unit').account?.attributes ?? {})).toEqual([
      'districtCode',
      'institutionCategory',
      'hospitalGrade',
      'talentAgency',
      'acceptsApplicants',
    ]);
  });
});

describe('code lists', () => {
  const districts = (on: string) =>
    validEntries(byId(codes, 'district'), on).filter((entry) =>
      ['district', 'county', 'autonomousCounty'].includes(String(entry.type)),
    );

  it('count 38 districts until November 2025 and 37 since', () => {
    const kinds = (on: string) =>
      ['district', 'county', 'autonomousCounty'].map(
        (type) => districts(on).filter((entry) => entry.type === type).length,
      );
    expect(kinds('2025-11-05')).toEqual([26, 8, 4]);
    expect(kinds('2025-11-06')).toEqual([25, 8, 4]);
    expect(kinds(edition.cycle.asOf)).toEqual([25, 8, 4]);
  });

  it('name the successor of an abolished district', () => {
    const gone = byId(codes, 'district').entries.filter((entry) => entry.validTo !== undefined);
    expect(gone.map((entry) => [entry.title, entry.successor])).toEqual([
      ['江北区', 'LIANGJIANG-DISTRICT'],
      ['渝北区', 'LIANGJIANG-DISTRICT'],
      ['两江新区（功能区）', 'LIANGJIANG-DISTRICT'],
    ]);
  });

  it.each([
    ['ethnicity', 58],
    ['politicalStatus', 12 + 1],
    ['unitAttribute', 3],
    ['applicationType', 6],
    ['formCategory', 9],
    ['committee', 9],
    ['examMode', 3],
    ['personnelIdentity', 4],
  ])('%s has %i entries', (id, count) => {
    expect(byId(codes, id).entries).toHaveLength(count);
  });

  it('mark the primary-care institutions', () => {
    const primary = byId(codes, 'institutionCategory').entries.filter((entry) => entry.primaryCare === true);
    expect(primary.map((entry) => entry.code)).toEqual(['B100', 'B200', 'C100', 'C210', 'C220', 'D600']);
  });

  it('have fourteen senior titles, half of them deputy', () => {
    const senior = byId(codes, 'title').entries.filter((entry) => entry.senior === true);
    expect(senior.filter((entry) => entry.level === 'deputy')).toHaveLength(7);
    expect(senior.filter((entry) => entry.level === 'chief')).toHaveLength(7);
  });
});
