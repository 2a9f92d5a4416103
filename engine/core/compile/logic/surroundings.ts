import { beyond } from '#core/vocabulary/index.ts';
import { bodyReader } from './expression.ts';
import type { Run, Surroundings } from './node.ts';
import { answerReader, readerOf } from './read.ts';

/** Makes the reader of a path where it stands. */
export function readerIn(path: string, { frame, iteration }: Surroundings): Run {
  const rest = iteration === null ? null : beyond(path);
  if (iteration !== null && rest !== null) {
    const read = readerIn(rest, iteration.outside);
    return (_data, root) => read(iteration.data, root);
  }
  const ofAnswer = iteration === null ? answerReader(path) : null;
  return ofAnswer ?? (frame === null ? readerOf(path) : bodyReader(path, frame));
}
