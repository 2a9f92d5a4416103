import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  apply,
  type Change,
  type ChangeProblem,
  changeSchema,
  diff,
  invert,
  type LeafEffect,
  sentence,
} from '#core/change/index.ts';
import { changeLocales } from '#core/change/locales/index.ts';
import { asList, asObject } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { candidates } from './candidates.ts';
import { allMade, bytesOf, FOLDERS, filesOf, made } from './folders.ts';

const programmes = await Promise.all(
  Object.entries(FOLDERS).map(async ([name, folder]) => ({ name, files: await filesOf(folder) })),
);

type Done = { change: Change; effects: LeafEffect[] };

/** Makes what can be made, one after the other. */
function attempt(files: readonly SourceFile[], changes: readonly Change[]) {
  let now = files;
  const done: Done[] = [];
  const refused: ChangeProblem[] = [];
  for (const change of changes) {
    const applied = apply(now, change);
    if ('problem' in applied) refused.push(applied.problem);
    else {
      now = applied.files;
      done.push({ change, effects: applied.effects });
    }
  }
  return { now, done, refused };
}

const some = (files: readonly SourceFile[], most: number) =>
  fc.shuffledSubarray(candidates(files), { minLength: 1, maxLength: most });

describe.each(programmes)('changes of $name', ({ files }) => {
  it('taken back one after the other leave the bytes that were there, and made again those after them', () => {
    fc.assert(
      fc.property(some(files, 6), (changes) => {
        const { now, done } = attempt(files, changes);
        const reverts: Done[] = [];
        let back = now;
        for (const { change, effects } of done.toReversed()) {
          const revert = invert(change, effects);
          const result = made(back, revert);
          reverts.push({ change: revert, effects: result.effects });
          back = result.files;
        }
        expect(bytesOf(back)).toEqual(bytesOf(files));
        const again = reverts.toReversed().map(({ change, effects }) => invert(change, effects));
        expect(bytesOf(allMade(back, again))).toEqual(bytesOf(now));
      }),
      { numRuns: 12 },
    );
  });

  it('are found again between the folder and what became of it, byte for byte', () => {
    fc.assert(
      fc.property(some(files, 4), (changes) => {
        const { now } = attempt(files, changes);
        expect(bytesOf(allMade(files, diff(files, now)))).toEqual(bytesOf(now));
      }),
      { numRuns: 4 },
    );
  });

  it('give the same files from the same list, in whatever order the files come', () => {
    fc.assert(
      fc.property(some(files, 6), (changes) => {
        const [one, other] = [files, files.toReversed()].map((start) => attempt(start, changes));
        expect(new Map([...bytesOf(other?.now ?? [])].sort())).toEqual(
          new Map([...bytesOf(one?.now ?? [])].sort()),
        );
      }),
      { numRuns: 4 },
    );
  });
});

describe('every kind', () => {
  const kinds = asList(changeSchema().oneOf).map((one) =>
    String(asObject(asObject(asObject(one).properties).kind).const),
  );

  it('is one of at least thirty, and is read in every locale', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(30);
    for (const words of Object.values(changeLocales)) {
      const spoken = Object.keys(words.sentences).map((key) => key.split('.')[0]);
      expect(kinds.filter((kind) => kind !== 'revert' && !spoken.includes(kind))).toEqual([]);
    }
  });

  it('is made, read without a gap and taken back in one of the programmes', () => {
    const tried = new Set<string>();
    for (const { files } of programmes.toReversed()) {
      for (const change of candidates(files)) {
        if (tried.has(change.kind)) continue;
        const applied = apply(files, change);
        if ('problem' in applied) continue;
        for (const locale of Object.keys(changeLocales))
          expect(sentence(change, files, locale)).not.toMatch(/\{(?!facts)|undefined|\[object/);
        const back = made(applied.files, invert(change, applied.effects)).files;
        expect(bytesOf(back)).toEqual(bytesOf(files));
        tried.add(change.kind);
      }
    }
    // What these need stands in the changes of one year to the next.
    const elsewhere = ['printField', 'transferField', 'insertStage', 'revert', 'showBlock'];
    expect(kinds.filter((kind) => !tried.has(kind) && !elsewhere.includes(kind))).toEqual([]);
  });

  it('refuses parameters that its schema does not have', () => {
    const [first] = programmes;
    for (const kind of kinds) {
      const applied = apply(first?.files ?? [], { kind, nonsense: 1 });
      expect('problem' in applied && applied.problem.code).toBe('misfit');
    }
  });
});
