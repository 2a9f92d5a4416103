/** Texts of a record, nested as its schema. */
export type Texts = { [name: string]: string | string[] | Texts | Texts[] };

/** Texts of a row, with its number. */
type RowTexts = { [name: string]: string | string[] | number | Texts | Texts[]; index: number };

/** What a sheet shows of one section. */
export type SectionView = {
  title: string;
  visible: boolean;
  fields: Texts;
  /** Rows that the sheet shows, counted from 1. */
  rows: RowTexts[];
  columns: { id: string; title: string }[];
  items: { id: string; title: string; unit: string; cells: string[] }[];
  files: { slot: string; title: string; names: string[] }[];
};

/** A change that a desk made in this round, as a template prints it; what is sensitive stands masked. */
export type CorrectionView = {
  section: string;
  field: string;
  before: string;
  after: string;
  desk: string;
  on: string;
};

/** What a sheet's template sees: texts, and only those that the sheet may show. */
export type SheetView = {
  programme: { id: string; title: string };
  cycle: { id: string; title: string; year: string };
  category: { id: string; title: string };
  sheet: { id: string; title: string };
  settings: Record<string, unknown>;
  unit: { name: string; parent: string };
  case: { round: string; tags: string[]; title: string; desk: string; names: Record<string, string> };
  /** Changes whenever anything on the sheet changes: tells a stale copy from a fresh one. */
  revision: string;
  sections: Record<string, SectionView>;
  corrections: CorrectionView[];
};
