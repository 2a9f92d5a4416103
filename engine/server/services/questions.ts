import type { CompiledEdition } from '../../core/model/index.ts';
import type { Services } from './context.ts';
import { Failure } from './failure.ts';
import { questionsOf } from './programme.ts';

/** Refuses a security question that the programme does not offer. */
export function checkQuestion(edition: CompiledEdition, question: string): void {
  if (!questionsOf(edition).some((one) => one.code === question)) throw new Failure('invalid', 'bad-request');
}

/** What is stored of an answer: nobody reads it back. */
export const answerHashOf = ({ hasher }: Services, answer: string): Promise<string> =>
  hasher.hash(answer.trim());
