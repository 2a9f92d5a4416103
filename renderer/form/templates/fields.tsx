import { createContext, useContext } from 'react';
import type { AnswerProblem, SlotDefinition } from '#core/model/index.ts';
import type { Reason } from '../store/live.ts';

/** What fields know of the record around them. `anchor` begins every field's id: `/basic`, `/study/r1`. */
export type Fields = {
  anchor: string;
  problems: ReadonlyMap<string, readonly AnswerProblem[]>;
  /** Also say what is merely not filled in yet: after a save, or when somebody came for it. */
  revealed: boolean;
  explain?: (pointer: string) => Reason[];
  /** Whether a rule, and not just the form, decides over a field. */
  hasReason?: (pointer: string) => boolean;
  /** Evidence that stands beside a field, by the field's pointer. */
  slots?: ReadonlyMap<string, readonly SlotDefinition[]>;
  section?: string;
  row?: string | undefined;
};

const NONE: Fields = { anchor: '', problems: new Map(), revealed: false };

export const FieldsContext = createContext<Fields>(NONE);

export const useFields = (): Fields => useContext(FieldsContext);

/** What is wrong at one element. */
export const useProblems = (id: string): readonly AnswerProblem[] => useFields().problems.get(id) ?? [];

/** Nothing is filled in yet: said only when asked, unlike what is filled in wrong. */
export const isMerelyMissing = ({ code }: AnswerProblem): boolean =>
  code === 'required' || code === 'evidence';
