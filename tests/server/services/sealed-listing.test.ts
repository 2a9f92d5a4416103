import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { categoryOf, compileEdition, interpretedValidators } from '#core/compile/index.ts';
import { writerOf } from '#core/evaluate/index.ts';
import type { CompiledCategory, Json } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { secretsOf } from '#server/crypto/index.ts';
import { loadProgramme } from '#server/load/index.ts';
import { mask, summaryLines } from '#server/services/case/index.ts';
import { summaryValues } from '#server/services/case/summary.ts';
import { GARDEN } from '../../journeys/harness.ts';

const [loaded] = await loadProgramme(GARDEN);
if (!loaded) throw new Error('the folder holds no cycle');
const edition = compileEdition(loaded.definition, {
  validators: interpretedValidators(),
  routes: compileRoute,
});
const secrets = secretsOf(randomBytes(32));

/** A form whose lists show the gate code, by itself and as a part of what stands around it. */
const category: CompiledCategory = (() => {
  const one = categoryOf(edition, 'plot');
  const summary = [
    { title: 'Code', at: '/plan/password' },
    { title: 'Plan', at: '/plan/title' },
  ];
  return { ...one, definition: { ...one.definition, summary } };
})();

const codes = fc.string({ minLength: 5, maxLength: 20 }).filter((text) => text.trim() === text);

it('neither a sensitive value nor its mask is written beside a case', () => {
  fc.assert(
    fc.property(codes, fc.stringMatching(/^[a-z]{1,20}$/), (password, title) => {
      const listing = summaryValues(category, { plan: { password, title } }, secrets.seal);
      const [[code], [plain]] = listing as [Json[], Json[]];
      expect(plain).toBe(title);
      expect(String(code)).toMatch(/^sealed:1:/);
      expect(secrets.open(code ?? null)).toBe(mask(password));
      const shown = { roles: null, open: secrets.open, writer: writerOf(edition) };
      expect(summaryLines(category, listing, shown)[0]?.text).toContain('*');
    }),
  );
});

it('what is sealed twice is never the same text, so that equal values are not seen to be', () => {
  const [first, second] = [1, 2].map(() =>
    JSON.stringify(summaryValues(category, { plan: { password: 'gate-4711' } }, secrets.seal)),
  );
  expect(first).not.toBe(second);
});
