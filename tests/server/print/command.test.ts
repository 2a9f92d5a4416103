import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { printCommand } from '#cli/commands/print.ts';

const GARDEN = 'tests/fixtures/programmes/garden-grants';
const EXAMPLE = join(GARDEN, '2026H2/cases/complete.json');
const folder = mkdtempSync(join(tmpdir(), 'print-command-'));
const print = (sheet: string, output: string) =>
  printCommand.run([GARDEN, '--sheet', sheet, EXAMPLE, '-o', join(folder, output)]);

beforeAll(() => vi.stubEnv('CHROMIUM_PATH', process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('shenbao print', () => {
  it('writes a sheet as a page and as a PDF', async () => {
    expect(await print('card', 'card.html')).toBe(0);
    expect(readFileSync(join(folder, 'card.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*Test Gardener A/);
    expect(await print('card', 'card.pdf')).toBe(0);
    expect(readFileSync(join(folder, 'card.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('gives the same bytes when it prints the same again, a moment later', async () => {
    expect(await print('card', 'once.pdf')).toBe(0);
    const printed = new Date().getSeconds();
    await expect.poll(() => new Date().getSeconds()).not.toBe(printed);
    expect(await print('card', 'again.pdf')).toBe(0);
    const [once, again] = ['once.pdf', 'again.pdf'].map((name) => readFileSync(join(folder, name)));
    expect(once?.equals(again ?? Buffer.alloc(0))).toBe(true);
  });

  it.each([
    ['a case of the edition', ['--case', 'complete']],
    ['a sample of a category', ['--category', 'plot', '--content', 'full']],
  ])('prints all sheets of %s into a folder', async (name, asked) => {
    const output = join(folder, name);
    expect(await printCommand.run([GARDEN, ...asked, '-o', output])).toBe(0);
    expect(readdirSync(output).sort()).toEqual(['card.pdf', 'receipt.pdf']);
  });

  it.each([
    [['--case', 'nobody'], /no case "nobody"/],
    [['--category', 'nothing'], /no category "nothing"/],
  ])('says what there is not: %j', async (asked, sentence) => {
    await expect(printCommand.run([GARDEN, ...asked, '-o', folder])).rejects.toThrow(sentence);
  });

  it('names the sheets that there are', async () => {
    await expect(print('letter', 'letter.html')).rejects.toThrow(/no sheet "letter"; it has card/);
  });

  it('prints its usage', async () => {
    const errors = vi.spyOn(console, 'error').mockReturnValue();
    expect(await print('card', 'card.doc')).toBe(2);
    expect(errors.mock.calls.flat().join()).toContain('shenbao print DIR FILE.json|--case ID|--category ID');
    errors.mockRestore();
  });
});
