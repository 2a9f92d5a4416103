import { isObject, pointer, valueAt } from '#core/json/index.ts';
import type { Application, CompiledEdition, Facts, Json } from '#core/model/index.ts';
import { evaluateAndValidate, openSession, update } from '#core/validate/index.ts';
import type { Measured } from './measure.ts';

/** Changes of each answer before measuring begins; rounds, of which the best counts, and changes in each. */
const warmUp = 40;
const rounds = 12;
const changes = 8;

/**
 * Microseconds for one answer that changes, the median over all answers of a complete case, and for the whole. Each
 * answer is changed and put back, so that half of the changes make it wrong or right again.
 */
export function measureAnswers(edition: CompiledEdition, application: Application, facts: Facts): Measured {
  const session = openSession(edition, application, facts);
  const answers = leavesOf(application.sections, []);
  const change = (segments: string[], times: number): void => {
    const value = valueAt(application.sections, segments) ?? null;
    for (let time = 0; time < times; time += 1)
      update(session, pointer(...segments), time % 2 === 0 ? otherThan(value) : value);
  };
  for (const segments of answers) change(segments, warmUp);
  const times = answers.map((segments) => best(() => change(segments, changes)) / changes);
  const whole = (): void => void evaluateAndValidate(edition, application, facts);
  for (let time = 0; time < 1_000; time += 1) whole();
  const together = Array.from({ length: 10 }, () => best(whole));
  return {
    ours: times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0,
    peer: Math.min(...together),
  };
}

function best(work: () => void): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    work();
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest * 1000;
}

/** The keys of every single answer; ids of rows are none. */
function leavesOf(value: Json, segments: string[]): string[][] {
  if (!Array.isArray(value) && !isObject(value)) return segments.at(-1) === 'id' ? [] : [segments];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...segments, key]));
}

function otherThan(value: Json): Json {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : `${value ?? ''}1`;
}
