import type { CompiledEdition } from '#core/model/index.ts';
import { questionsOf } from '#server/services/editions/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { Failure } from '#server/services/ground/index.ts';

/** Refuses a security question that the programme does not offer. */
export function checkQuestion(edition: CompiledEdition, question: string): void {
  if (!questionsOf(edition).some((one) => one.code === question)) throw new Failure('invalid', 'bad-request');
}

/** What is stored of an answer: only its hash. */
export const answerHashOf = ({ hasher }: Services, answer: string): Promise<string> =>
  hasher.hash(answer.trim());
