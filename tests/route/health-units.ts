/** Organisations and applicants for the seven ways of the health programme. All invented. */
import type { JsonObject } from '#core/model/index.ts';
import type { Org } from './programmes.ts';

const city: Org = { id: 'city', kind: 'municipal' };
const commission: Org = { id: 'commission', kind: 'districtCommission', parentId: 'city' };
const clinic: Org = { id: 'clinic', kind: 'districtInstitution', parentId: 'commission' };
export const agency: Org = {
  id: 'agency',
  kind: 'districtOtherDept',
  parentId: 'commission',
  talentAgency: true,
};
export const office: Org = { id: 'office', kind: 'reformOffice', parentId: 'commission' };

export const STAFF: JsonObject = { applicant: { person: { personnelIdentity: 'establishment' } } };
export const OTHERS: JsonObject = { applicant: { person: { personnelIdentity: 'other' } } };

export type Way = {
  name: string;
  unit: string;
  organisations: Org[];
  data: JsonObject;
  desks: string[];
  signatures: Record<string, string[]>;
  detour: boolean;
};

/** Each way: who holds it in turn, and who signs which slot. */
export const WAYS: Way[] = [
  {
    name: 'R1',
    unit: 'clinic',
    organisations: [city, commission, clinic],
    data: STAFF,
    desks: ['own', 'level1'],
    signatures: { own: ['grassroots'], level1: ['district'] },
    detour: true,
  },
  {
    name: 'R2',
    unit: 'clinic',
    organisations: [city, commission, clinic, agency],
    data: OTHERS,
    desks: ['own', 'talentAgency', 'level1'],
    signatures: { own: ['grassroots'], talentAgency: ['district'], level1: ['commission'] },
    detour: true,
  },
  {
    name: 'R3',
    unit: 'hospital',
    organisations: [city, { id: 'hospital', kind: 'directInstitution', parentId: 'city' }],
    data: STAFF,
    desks: ['level1'],
    signatures: { level1: ['grassroots'] },
    detour: false,
  },
  {
    name: 'R4',
    unit: 'company',
    organisations: [city, { id: 'company', kind: 'municipalOther', parentId: 'city' }],
    data: STAFF,
    desks: ['level1'],
    signatures: { level1: ['grassroots', 'reform'] },
    detour: false,
  },
  {
    name: 'R5',
    unit: 'infirmary',
    organisations: [
      city,
      { id: 'company', kind: 'municipalOther', parentId: 'city' },
      { id: 'infirmary', kind: 'municipalOtherSub', parentId: 'company' },
    ],
    data: STAFF,
    desks: ['own', 'level1'],
    signatures: { own: ['grassroots'], level1: ['reform'] },
    detour: false,
  },
  {
    name: 'R6',
    unit: 'schoolClinic',
    organisations: [
      city,
      commission,
      { id: 'bureau', kind: 'districtOtherDept', parentId: 'commission' },
      { id: 'schoolClinic', kind: 'districtOtherSub', parentId: 'bureau' },
    ],
    data: STAFF,
    desks: ['own', 'level2', 'level1'],
    signatures: { own: ['grassroots'], level2: ['district'], level1: ['commission'] },
    detour: true,
  },
  {
    name: 'R7',
    unit: 'commission',
    organisations: [city, commission],
    data: STAFF,
    desks: ['level1'],
    signatures: { level1: ['grassroots', 'district'] },
    detour: true,
  },
];

export function way(name: string): Way {
  const found = WAYS.find((one) => one.name === name);
  if (!found) throw new Error(`No way ${name}`);
  return found;
}

export const SIGNED: JsonObject = { opinion: '同意推荐。', signatory: '测试甲', signedOn: '2026-08-01' };
