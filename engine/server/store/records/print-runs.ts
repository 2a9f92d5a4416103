/** Sheets of many cases in one file. */
import type { At } from './at.ts';

/** A sheet of many cases that somebody asked for as one file. */
export type PrintRun = {
  id: string;
  userId: string;
  /** Its maker while it is made; of one person one alone is. */
  active: string | null;
  sheet: string;
  /** The sheet's title on the day that it was asked for. */
  title: string;
  form: 'pdf' | 'zip';
  /** How many were asked for. */
  cases: number;
  /** How many the file holds: a case that has no such sheet now is left out. */
  printed: number;
  /** Of the file; null = it is not there yet. */
  sha256: string | null;
  bytes: number | null;
  createdAt: At;
  /** It is deleted then. */
  expiresAt: At;
  finishedAt: At | null;
};

/** A case of a run, in the order in which it stood in its list. */
export type PrintRunCase = { run: string; caseId: string; position: number };

/** An official print as it was when its case came into a state: frozen by the event that led there. */
export type FrozenHead = {
  id: string;
  caseId: string;
  sheet: string;
  /** The sheet's title on that day. */
  title: string;
  round: number;
  edition: string;
  /** The code that it carries; null = the sheet carries none. */
  code: string | null;
  frozenAt: At;
  /** Of the PDF; null = it is not printed yet. */
  sha256: string | null;
  bytes: number | null;
};

/**
 * `papers`: until it is printed, what is to be printed, packed and sealed. A sheet that is made to fit has one for each
 * line held back.
 */
export type FrozenPrint = FrozenHead & { papers: string | null };
