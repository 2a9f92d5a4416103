/** What policy staff read: no programme gives `check` anything to say, and the folder stays one that can be read. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '#core/lint/index.ts';
import { loadProgramme, readFolder } from '#server/load/index.ts';

const root = join(import.meta.dirname, '..', '..');
const HEALTH = 'definitions/chongqing-health-titles';

describe('the folders of definitions', () => {
  it.each([HEALTH, 'tests/fixtures/programmes/garden-grants', 'tests/fixtures/programmes/theatre-fund'])(
    '%s is without a problem or note',
    async (folder) => {
      const editions = await loadProgramme(join(root, folder));
      expect(editions.length).toBeGreaterThan(0);
      expect(editions.flatMap((loaded) => lint(loaded))).toEqual([]);
    },
  );

  it('the health programme has fewer than 16,000 lines of JSON', async () => {
    const texts = (await readFolder(join(root, HEALTH))).filter(({ path }) => path.endsWith('.json'));
    const lines = texts.reduce((sum, { text }) => sum + (text ?? '').split('\n').length - 1, 0);
    expect(texts.length).toBeGreaterThan(250);
    expect(lines).toBeGreaterThan(10_000);
    expect(lines).toBeLessThan(16_000);
  });
});
