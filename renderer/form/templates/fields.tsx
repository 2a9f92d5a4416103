import { createContext, useContext } from 'react';
import type { AnswerProblem, Json, SlotDefinition } from '#core/model/index.ts';
import type { Reason } from '../store/live.ts';

/** What fields know about their record. `anchor` begins every field's id: `/basic`, `/study/r1`. */
export type Fields = {
  anchor: string;
  problems: ReadonlyMap<string, readonly AnswerProblem[]>;
  /** Also report what is merely not filled in yet: after a save, or when somebody follows a link to it. */
  revealed: boolean;
  explain?: (pointer: string) => Promise<Reason[]>;
  /** Whether a rule, and not just the form, decides over a field. */
  hasReason?: (pointer: string) => boolean;
  /** What a new item of the list at a pointer starts with. */
  itemPreset?: (pointer: string) => Json | undefined;
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

/** Whether the problem is only a missing answer: these are reported on request, wrong answers at once. */
export const isMerelyMissing = ({ code }: AnswerProblem): boolean =>
  code === 'required' || code === 'evidence' || code === 'minItems';
