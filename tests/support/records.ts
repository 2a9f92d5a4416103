import { newId } from '#server/crypto/index.ts';
import {
  type CaseRecord,
  cases,
  type FileRow,
  type Organisation,
  organisations,
  type Tx,
  type User,
} from '#server/store/index.ts';

export const NOW = '2026-05-01T01:00:00.000Z';

/** An organisation as `organisations.create` takes it. */
export function organisation(changes: Partial<Organisation> = {}) {
  const id = changes.id ?? newId();
  const basis = {
    id,
    kind: 'office',
    name: `Office ${id}`,
    parentId: null,
    level: 0,
    status: 'active' as const,
  };
  return { ...basis, caseId: null, attributes: {}, createdAt: NOW, ...changes };
}

export function user(changes: Partial<User> = {}) {
  const id = changes.id ?? newId();
  const account = {
    id,
    username: `user-${id}`,
    passwordHash: 'x',
    mustChangePassword: false,
    passwordUsedAt: null,
    passwordExpiresAt: null,
  };
  const person = {
    question: null,
    answerHash: null,
    name: '测试甲',
    role: 'clerk',
    organisationId: null,
    caseId: null,
    language: null,
  };
  return { ...account, ...person, status: 'active' as const, createdAt: NOW, ...changes };
}

export function caseRecord(changes: Partial<CaseRecord> = {}) {
  const id = changes.id ?? newId();
  const context = { round: 0, acted: [], returnedBy: null, enteredAt: NOW, desks: {}, vars: {} };
  const form = {
    subject: 'application' as const,
    edition: 'e'.repeat(64),
    category: 'plain',
    route: 'review',
    cycle: '2026',
  };
  const owner = { ownerUserId: null, ownerOrganisationId: null, unitId: null, name: '测试甲' };
  const place = { stateKey: 'draft', state: 'draft', context, round: 0 };
  return { id, ...form, ...owner, ...place, createdAt: NOW, updatedAt: NOW, enteredAt: NOW, ...changes };
}

export function fileRow(caseId: string, changes: Partial<FileRow> = {}): FileRow {
  const place = { section: 'papers', row: null, slot: 'proof' };
  const content = {
    name: 'a.pdf',
    mediaType: 'application/pdf',
    bytes: 1000,
    pages: 1,
    sha256: 'a'.repeat(64),
    revision: null,
    state: null,
  };
  return { id: newId(), caseId, ...place, ...content, createdAt: NOW, ...changes };
}

/** A stored case. */
export function makeCase(tx: Tx, changes: Partial<CaseRecord> = {}): Promise<CaseRecord> {
  return cases.create(tx, caseRecord(changes));
}

/** A stored organisation. */
export function makeOrganisation(tx: Tx, changes: Partial<Organisation> = {}): Promise<Organisation> {
  return organisations.create(tx, organisation(changes));
}

/** root > (left > leaf, right) */
export async function treeOf(db: Tx) {
  const root = await makeOrganisation(db, { name: '根' });
  const left = await makeOrganisation(db, { parentId: root.id, name: '左', level: 1 });
  const leaf = await makeOrganisation(db, {
    parentId: left.id,
    name: '叶',
    level: 2,
    attributes: { beds: 3, 等: ['甲', null] },
  });
  const right = await makeOrganisation(db, { parentId: root.id, name: '右', level: 1, status: 'frozen' });
  return { root, left, leaf, right };
}
