import { id, long, primary } from '../columns.ts';
import type { CaseRecord, FileRow } from '../records/index.ts';
import { type CaseRow, caseTable, PLAIN_CASE } from '../repositories/case-table.ts';
import { fileTable } from '../repositories/files.ts';
import { userTable } from '../repositories/users.ts';
import { among, oneOf, selectOf } from '../sql/index.ts';
import { table } from '../table.ts';
import type { Tx } from '../tx.ts';
import { findTogether, type Part, part } from './find-together.ts';
import { generationPart } from './generation-part.ts';

type SectionText = { caseId: string; section: string; value: string };

/** The answers as text: of many cases they are read one by one, so that nobody waits for all of them. */
const sectionTexts = table<SectionText>('case_sections', {
  caseId: primary(id()),
  section: primary(id()),
  value: long(),
});

/** Cases without their answers, and the registrations of those who have begun them. */
type CaseHeads = { records: Map<string, CaseRecord>; registrations: Map<string, string | null> };

/** Many cases by one statement. */
export async function readHeads(tx: Tx, ids: readonly string[]): Promise<CaseHeads> {
  const heads: CaseHeads = { records: new Map(), registrations: new Map() };
  const owners = selectOf(caseTable, { id: oneOf(ids) }, { attributes: ['ownerUserId'] });
  await findTogether(tx, [
    generationPart(tx),
    part<CaseRow>(
      caseTable,
      () => ({ id: oneOf(ids) }),
      (rows) => {
        for (const row of rows) heads.records.set(row.id, row);
      },
      PLAIN_CASE,
    ),
    part(
      userTable,
      () => ({ id: among(owners) }),
      (rows) => {
        for (const row of rows) heads.registrations.set(row.id, row.caseId);
      },
      { attributes: ['id', 'caseId'] },
    ),
  ]);
  return heads;
}

/** Which answers are asked for: sections of cases, all of them where none are named; and with their files. */
type AnswersWanted = { ids: readonly string[]; sections: readonly string[] | null; files: boolean };

/** A form that somebody has filled in, as far as it was asked for. */
export type ReadForm = {
  edition: string;
  category: string;
  sections: Map<string, string>;
  files: FileRow[];
};

/** Answers of many cases by one statement, as text. */
export async function readAnswers(tx: Tx, wanted: AnswersWanted[]): Promise<Map<string, ReadForm>> {
  const forms = new Map<string, ReadForm>();
  const asked = wanted.filter(({ ids }) => ids.length > 0);
  if (asked.length > 0)
    await findTogether(
      tx,
      asked.flatMap((one) => partsFor(one, forms)),
    );
  return forms;
}

function partsFor({ ids, sections, files }: AnswersWanted, forms: Map<string, ReadForm>): Part[] {
  const caseId = oneOf(ids);
  const only = sections === null ? {} : { section: oneOf(sections) };
  const add = (rows: Pick<CaseRow, 'id' | 'edition' | 'category'>[]): void => {
    for (const { id, edition, category } of rows)
      forms.set(id, { edition, category, sections: new Map(), files: [] });
  };
  const ofFiles = (rows: FileRow[]): void => {
    for (const row of inOrder(rows)) forms.get(row.caseId)?.files.push(row);
  };
  return [
    part(caseTable, () => ({ id: caseId }), add, { attributes: ['id', 'edition', 'category'] }),
    part(
      sectionTexts,
      () => ({ caseId, ...only }),
      (rows) => {
        for (const row of rows) forms.get(row.caseId)?.sections.set(row.section, row.value);
      },
    ),
    ...(files ? [part(fileTable, () => ({ caseId }), ofFiles)] : []),
  ];
}

const inOrder = (rows: FileRow[]): FileRow[] =>
  rows.toSorted((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
