import { createContext, useContext } from 'react';
import type { Json } from '#core/model/index.ts';

/** One answer of the record: its keys from the record's root, and what it is now; undefined takes it away. */
export type OnAnswer = (path: readonly string[], value: Json | undefined) => void;

type PutAt = (id: string, value: Json | undefined) => void;

export const AnswerContext = createContext<PutAt>(() => {
  throw new Error('an answer is given outside <SchemaForm>');
});

/** Reports an answer by the id of its field: `/basic/education/certNo`. */
export const useAnswer = (): PutAt => useContext(AnswerContext);

/** Turns the id of a field into its keys below the record that `anchor` begins. */
export const answering =
  (anchor: string, onAnswer: OnAnswer): PutAt =>
  (id, value) =>
    onAnswer(
      id
        .slice(anchor.length)
        .split('/')
        .filter((key) => key !== ''),
      value,
    );
