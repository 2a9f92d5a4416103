/** Why a change cannot be made. */
export type RefusalKey =
  | 'no-kind'
  | 'misfit'
  | 'nothing'
  | 'absent'
  | 'taken'
  | 'touched'
  | 'in-use'
  | 'no-part'
  | 'no-level'
  | 'no-file'
  | 'file-there'
  | 'unfit-file'
  | 'no-operation'
  | 'no-container'
  | 'no-text'
  | 'no-number'
  | 'no-date'
  | 'no-limit'
  | 'no-name'
  | 'no-sentence'
  | 'no-plain-text'
  | 'no-line'
  | 'no-block'
  | 'hidden-inside'
  | 'no-table'
  | 'no-columns'
  | 'no-stretch'
  | 'no-room'
  | 'setting-there'
  | 'setting-read'
  | 'setting-fits'
  | 'no-desk'
  | 'charts-elsewhere'
  | 'charts-unknown'
  | 'many-targets'
  | 'no-return'
  | 'no-target';

/** What changes are read as, in one language. */
export type ChangeWords = {
  refusals: Record<RefusalKey, string>;
  /** By kind, and by form where a kind has several sentences: `addField.proof`. */
  sentences: Readonly<Record<string, string>>;
  /** What keywords of a definition are called. */
  keywords: Readonly<Record<string, string>>;
  /** A keyword with its new value. */
  keyword: string;
  /** A change taken back, and made again. */
  back: string;
  again: string;
  required: string;
  optional: string;
  yes: string;
  no: string;
  /** Where there is nothing. */
  none: string;
  /** Something too long for a sentence. */
  more: string;
  comma: string;
  and: string;
};
