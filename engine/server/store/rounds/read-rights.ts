import type { Session } from '../records/index.ts';
import { auditHeadTable, primeAuditHead } from '../repositories/audit.ts';
import { caseTable, PLAIN_CASE } from '../repositories/case-table.ts';
import { organisationTable } from '../repositories/organisations.ts';
import { secondFactorTable } from '../repositories/second-factors.ts';
import { sessionTable } from '../repositories/sessions.ts';
import { userTable, withoutKey } from '../repositories/users.ts';
import { among, type Sql, selectOf } from '../sql/index.ts';
import type { Tx } from '../tx.ts';
import { findTogether, given, type Part, part } from './find-together.ts';
import { generationPart } from './generation-part.ts';
import { loading, primeOrganisation } from './loaders.ts';

type Options = {
  /** Holds the session until the transaction ends: who ends it waits, or has ended it already. */
  lock?: boolean;
  /** Holds the end of the audit trail as well: for work that does nothing but append to it. */
  holdTrail?: boolean;
};

/**
 * A session with all that decides about rights, by one statement: its user, their registration, organisation and second
 * factor are loaded through `tx` with it. Null = there is no such session.
 */
export async function readRights(tx: Tx, idHash: string, options: Options = {}): Promise<Session | null> {
  const { lock = false, holdTrail = false } = options;
  const found: Session[] = [];
  const session = part(
    sessionTable,
    () => ({ idHash: HASH }),
    (rows) => void found.push(...rows),
    { lock },
  );
  const trail = holdTrail ? [trailPart(tx)] : [];
  await findTogether(tx, [session, ...trail, generationPart(tx), ...accountParts(tx)], {
    name: `rights ${lock} ${holdTrail}`,
    values: [idHash],
  });
  return found[0] ?? null;
}

/** The session that is asked for. */
const HASH = given(0);

const userIds = (): Sql => selectOf(sessionTable, { idHash: HASH }, { attributes: ['userId'] });
const ofUser = (column: 'caseId' | 'organisationId'): Sql =>
  selectOf(userTable, { id: among(userIds()) }, { attributes: [column] });

/** The generation stands before the organisation, so that what is remembered of it is replaced. */
function accountParts(tx: Tx): Part[] {
  return [
    part(
      userTable,
      () => ({ id: among(userIds()) }),
      (rows) => {
        for (const row of rows) loading.user.prime(tx, row.id, withoutKey(row));
        for (const { id } of rows) loading.secondFactor.prime(tx, id, null);
      },
    ),
    part(
      caseTable,
      () => ({ id: among(ofUser('caseId')) }),
      (rows) => {
        for (const row of rows) loading.case.prime(tx, row.id, row);
      },
      PLAIN_CASE,
    ),
    part(
      organisationTable,
      () => ({ id: among(ofUser('organisationId')) }),
      (rows) => {
        for (const row of rows) primeOrganisation(tx, row);
      },
    ),
    part(
      secondFactorTable,
      () => ({ userId: among(userIds()) }),
      (rows) => {
        for (const row of rows) loading.secondFactor.prime(tx, row.userId, row);
      },
    ),
  ];
}

function trailPart(tx: Tx): Part {
  const take = ([head]: Parameters<typeof primeAuditHead>[1][]): void => primeAuditHead(tx, head);
  return part(auditHeadTable, () => ({ id: 1 }), take, { lock: true });
}
