import type { CaseEvent, CaseRecord, FileRow, SectionRow, Strike, User } from '../records/index.ts';
import { caseSectionTable } from '../repositories/case-sections.ts';
import { type CaseRow, caseTable, PLAIN_CASE } from '../repositories/case-table.ts';
import { cases } from '../repositories/cases.ts';
import { eventTable } from '../repositories/events.ts';
import { fileTable } from '../repositories/files.ts';
import { organisationTable } from '../repositories/organisations.ts';
import { positionTable } from '../repositories/positions.ts';
import { strikeTable } from '../repositories/strikes.ts';
import { timeLimitTable } from '../repositories/time-limits.ts';
import { userTable, withoutKey } from '../repositories/users.ts';
import { among, type Condition, type Sql, selectOf } from '../sql/index.ts';
import type { Table } from '../table.ts';
import type { Tx } from '../tx.ts';
import { findTogether, given, type Part, part } from './find-together.ts';
import { generationPart } from './generation-part.ts';
import { loading } from './loaders.ts';

type Wanted = {
  /** Holds the case until the transaction ends; what a step of it changes is read along. */
  lock?: boolean;
  /** Its history too, with who has acted. */
  events?: boolean;
  /** The other applications too of whoever has begun it. */
  others?: boolean;
};

/**
 * Loads a case by one statement, with what is asked of it next: answers, files and strikes, its owner, and with theirs
 * the registrations of the owner and of the organisation. Null = there is none. On MariaDB a statement of its own holds
 * it before: what is read beside a row that is waited for would be as old as the wait.
 */
export async function readCase(tx: Tx, id: string, wanted: Wanted = {}): Promise<CaseRecord | null> {
  if (wanted.lock && tx.dialect !== 'sqlite' && !(await cases.lock(tx, id))) return null;
  const found = new Found(tx);
  const { events = false, lock = false, others = false } = wanted;
  await findTogether(
    tx,
    [
      generationPart(tx),
      ...[() => ID, ofOwner, ofUnit].flatMap((one) => found.partsOf(one)),
      part(
        userTable,
        () => ({ id: among(owners()) }),
        (rows) => found.takeUsers(rows.map(withoutKey)),
      ),
      ...(events ? found.eventParts() : []),
      ...(lock ? found.stepParts(id) : []),
      ...(others ? [found.othersPart()] : []),
    ],
    { name: `case ${events} ${lock} ${others}`, values: [id] },
  );
  return found.handOn(id, wanted);
}

/** The case that is asked for. */
const ID = given(0);

const owners = (): Sql => columnOf(caseTable, { id: ID }, 'ownerUserId');
const units = (): Sql => columnOf(caseTable, { id: ID }, 'unitId');
/** The registration of whoever has begun it, and of the organisation that it is filed from. */
const ofOwner = (): Condition => among(columnOf(userTable, { id: among(owners()) }, 'caseId'));
const ofUnit = (): Condition => among(columnOf(organisationTable, { id: among(units()) }, 'caseId'));

const columnOf = <R>(
  table: Table<R>,
  where: Parameters<typeof selectOf<R>>[1],
  column: keyof R & string,
): Sql => selectOf(table, where, { attributes: [column] });

/** What has come; every part gives all rows of a case, so that a case which comes twice is taken once. */
class Found {
  readonly #tx: Tx;
  readonly #cases = new Map<string, CaseRow>();
  readonly #sections = new Map<string, SectionRow[]>();
  readonly #files = new Map<string, FileRow[]>();
  readonly #strikes = new Map<string, Strike[]>();
  readonly #events: CaseEvent[] = [];
  readonly #others: CaseRecord[] = [];

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  partsOf(id: () => string | Condition): Part[] {
    const caseId = () => ({ caseId: id() });
    return [
      part(
        caseTable,
        () => ({ id: id() }),
        (rows) => addEach(this.#cases, rows),
        PLAIN_CASE,
      ),
      part(caseSectionTable, caseId, (rows) => addGroups(this.#sections, rows)),
      part(fileTable, caseId, (rows) => addGroups(this.#files, rows)),
      part(strikeTable, caseId, (rows) => addGroups(this.#strikes, rows)),
    ];
  }

  eventParts(): Part[] {
    const acting = () => columnOf(eventTable, { caseId: ID }, 'userId');
    return [
      part(
        eventTable,
        () => ({ caseId: ID }),
        (rows) => void this.#events.push(...rows),
      ),
      part(
        userTable,
        () => ({ id: among(acting()) }),
        (rows) => this.takeUsers(rows.map(withoutKey)),
      ),
    ];
  }

  /** What a step counts on and replaces. */
  stepParts(id: string): Part[] {
    const tx = this.#tx;
    const caseId = () => ({ caseId: ID });
    return [
      part(
        eventTable,
        caseId,
        (rows) => loading.lastEvent.prime(tx, id, sorted(rows, ['seq']).at(-1) ?? null),
        { attributes: ['caseId', 'seq'] },
      ),
      part(positionTable, caseId, (rows) =>
        loading.positions.prime(tx, id, sorted(rows, ['organisationId'])),
      ),
      part(timeLimitTable, caseId, ([row]) => loading.timeLimit.prime(tx, id, row ?? null)),
    ];
  }

  othersPart(): Part {
    const where = () => ({ ownerUserId: among(owners()), subject: 'application' as const });
    return part(caseTable, where, (rows) => void this.#others.push(...rows), PLAIN_CASE);
  }

  takeUsers(users: User[]): void {
    for (const user of users) loading.user.prime(this.#tx, user.id, user);
  }

  /** Gives all of it to the loaders, in the order in which they would have read it. */
  handOn(id: string, { events, others }: Wanted): CaseRecord | null {
    const tx = this.#tx;
    for (const one of this.#cases.values()) {
      loading.case.prime(tx, one.id, one);
      loading.sections.prime(tx, one.id, sorted(this.#sections.get(one.id), ['section']));
      loading.files.prime(tx, one.id, sorted(this.#files.get(one.id), ['createdAt', 'id']));
      loading.strikes.prime(tx, one.id, sorted(this.#strikes.get(one.id), ['section', 'row']));
    }
    const record = this.#cases.get(id) ?? null;
    if (events) loading.events.prime(tx, id, sorted(this.#events, ['seq']));
    if (others && record?.ownerUserId)
      loading.applicationsOf.prime(tx, record.ownerUserId, newestFirst(this.#others));
    return record;
  }
}

function addEach(known: Map<string, CaseRow>, rows: CaseRow[]): void {
  for (const row of rows) known.set(row.id, row);
}

function addGroups<R extends { caseId: string }>(known: Map<string, R[]>, rows: R[]): void {
  for (const [caseId, group] of Map.groupBy(rows, (row) => row.caseId)) known.set(caseId, group);
}

const sorted = <R>(rows: R[] = [], by: (keyof R)[]): R[] =>
  rows.toSorted((a, b) => {
    const key = by.find((one) => a[one] !== b[one]);
    return key === undefined ? 0 : a[key] < b[key] ? -1 : 1;
  });

const newestFirst = (rows: CaseRecord[]): CaseRecord[] =>
  sorted(rows, ['id']).toSorted((a, b) =>
    a.createdAt === b.createdAt ? 0 : a.createdAt < b.createdAt ? 1 : -1,
  );
