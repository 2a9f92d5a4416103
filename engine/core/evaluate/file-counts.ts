import type { FileRef, JsonObject } from '#core/model/index.ts';

type Counts = Record<string, number>;

/** How many files stand where: `files.<section>.<slot>` over the section, and slot by slot for each row. */
export type FileCounts = { bySection: Record<string, Counts>; byRow: Map<string, Map<unknown, Counts>> };

/** Whether a file is evidence: of an infected one only its name is left. */
export const isEvidence = ({ state }: Pick<FileRef, 'state'>): boolean => state !== 'infected';

/** Counts the files once; rules then read numbers. Files of one section and row mostly follow one another. */
export function countFiles(files: FileRef[]): FileCounts {
  const counts: FileCounts = { bySection: Object.create(null), byRow: new Map() };
  let [section, row]: [string | undefined, string | undefined] = [undefined, undefined];
  let [whole, own]: [Counts, Counts] = [none, none];
  for (const file of files) {
    if (!isEvidence(file)) continue;
    if (file.section !== section) [section, row, whole] = [file.section, undefined, ofSection(counts, file)];
    add(whole, file.slot);
    if (file.row === undefined) continue;
    if (file.row !== row) [row, own] = [file.row, ofRow(counts, file.section, file.row)];
    add(own, file.slot);
  }
  return counts;
}

function add(counts: Counts, slot: string): void {
  counts[slot] = (counts[slot] ?? 0) + 1;
}

function ofSection({ bySection }: FileCounts, { section }: FileRef): Counts {
  bySection[section] ??= Object.create(null) as Counts;
  return bySection[section];
}

function ofRow({ byRow }: FileCounts, section: string, row: string): Counts {
  const rows = byRow.get(section) ?? new Map<unknown, Counts>();
  byRow.set(section, rows);
  const known = rows.get(row);
  if (known !== undefined) return known;
  const fresh: Counts = Object.create(null);
  rows.set(row, fresh);
  return fresh;
}

const none: Counts = Object.freeze(Object.create(null));

/** The counts of one row, as its rules read them. */
export function slotsOfRow(counts: FileCounts, section: string, row: unknown): Counts & JsonObject {
  return counts.byRow.get(section)?.get(row) ?? none;
}

/** Takes a slot's files out of the counts: of one row, or of the whole section. */
export function dropFiles(counts: FileCounts, section: string, slot: string, row?: unknown): void {
  const whole = counts.bySection[section];
  if (whole === undefined) return;
  if (row === undefined) {
    delete whole[slot];
    return;
  }
  const own = counts.byRow.get(section)?.get(row);
  if (own === undefined) return;
  whole[slot] = (whole[slot] ?? 0) - (own[slot] ?? 0);
  delete own[slot];
}
