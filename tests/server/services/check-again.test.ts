import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assemble } from '#core/assemble/index.ts';
import { readFolder } from '#server/load/index.ts';
import { checkEdition, checkingAgain } from '#server/services/drafts/check-edition.ts';
import { edited, edits } from '../../core/draft/edits.ts';
import { folders } from '../../core/draft/folders.ts';

const [garden = '', theatre = ''] = folders;

it.each([garden, theatre])('finds what a first look finds, with what sheets print: %s', async (folder) => {
  const files = await readFolder(folder);
  const check = checkingAgain();
  fc.assert(
    fc.property(edits(2), (list) => {
      for (const edit of list) {
        const next = edited(files, edit);
        const anew = assemble(next).map(checkEdition);
        expect(check(next).map(({ problems }) => problems)).toEqual(anew);
      }
    }),
    { numRuns: 4 },
  );
});
