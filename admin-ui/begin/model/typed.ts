import type { FieldKind } from '../../draft/rooms/forms/model/field-kinds.ts';

/** A question as it is typed in; `sources`: the questions that a computed one adds up. Keys tell rows apart, nothing else. */
export type Question = {
  key: number;
  title: string;
  kind: FieldKind;
  isRequired: boolean;
  choices: string;
  sources: number[];
};

/** A kind of organisation as it is typed in: which stands above it, and which there are already, one a line. */
export type Kind = { key: number; title: string; above: number; units: string };

/** An account form as it is typed in. */
export type Account = { title: string; questions: Question[] };

/** A programme as it is typed in, from the top of the page to its end. */
export type Typed = {
  title: string;
  year: string;
  topName: string;
  top: string;
  /** Below the one at the top. */
  kinds: Kind[];
  /** The kind whose people apply. */
  applies: number;
  people: Account;
  organisation: Account;
  form: string;
  section: string;
  questions: Question[];
  route: string;
  sheet: string;
  roster: string;
};

/** The kind at the top of the tree; the others have keys from 1 on. */
export const TOP = 0;

const nextKey = (rows: readonly { key: number }[]): number =>
  Math.max(TOP, ...rows.map(({ key }) => key)) + 1;

export const newQuestion = (rows: readonly Question[]): Question => ({
  ...{ key: nextKey(rows), title: '', kind: 'line', isRequired: false, choices: '', sources: [] },
});

export const newKind = (rows: readonly Kind[]): Kind => ({
  ...{ key: nextKey(rows), title: '', above: TOP, units: '' },
});

/** A page on which nobody has typed. */
export function nothingTyped(year: number): Typed {
  const kind = newKind([]);
  return {
    ...{ title: '', year: String(year), topName: '', top: '', kinds: [kind], applies: kind.key },
    people: { title: '', questions: [] },
    organisation: { title: '', questions: [] },
    ...{ form: '', section: '', questions: [newQuestion([])], route: '', sheet: '', roster: '' },
  };
}
