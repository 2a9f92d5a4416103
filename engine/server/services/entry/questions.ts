import type { CompiledEdition } from '#core/model/index.ts';
import { cleanLine } from '#core/text/index.ts';
import { questionsOf } from '#server/services/editions/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import { Failure } from '#server/services/ground/index.ts';

/** Refuses a security question that the programme does not offer. */
export function checkQuestion(edition: CompiledEdition, question: string): void {
  if (!questionsOf(edition).some((one) => one.code === question)) throw new Failure('invalid', 'bad-request');
}

/**
 * What is stored of an answer: only its hash. What nobody sees does not tell two answers apart, nor do blanks around
 * them; widths are folded by the hasher. Answers hashed before this stood here were trimmed alone: whoever compares one
 * day holds what was typed against the hash as well.
 */
export const answerHashOf = ({ hasher }: Services, answer: string): Promise<string> =>
  hasher.hash(cleanLine(answer));
