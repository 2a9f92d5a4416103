import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashDefinition } from '#core/compile/index.ts';
import { secretsOf } from '#server/crypto/index.ts';
import { loadChecked } from '#server/load/index.ts';
import { GARDEN } from '../journeys/harness.ts';

let folder: string;
let programme: string;
let written: string;
let first: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shenbao-checked-'));
  programme = join(folder, 'programme');
  await cp(GARDEN, programme, { recursive: true });
  first = await load();
  await first.remember();
  written = await readFile(kept(), 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const kept = () => join(folder, 'cache', 'editions.json');

/** Loads as a server does at its start. */
async function load(key = 1) {
  const { hashOf } = secretsOf(new Uint8Array(32).fill(key));
  const seal = async () => (text: string) => hashOf('test', text);
  return loadChecked(programme, { dataDir: folder, seal });
}

/** Whether what a start found was taken from what is kept: then there is nothing to remember. */
async function isRecalled({ remember }: Awaited<ReturnType<typeof load>>): Promise<boolean> {
  await rm(kept());
  await remember();
  return readFile(kept()).then(
    () => false,
    () => true,
  );
}

it('a second start takes the editions that were checked at the first', async () => {
  const again = await load();
  expect(again.editions).toEqual(first.editions);
  expect(again.editions.map(({ definition }) => hashDefinition(definition))).toEqual(
    first.editions.map(({ hash }) => hash),
  );
  expect(again.warnings).toBe(first.warnings);
  expect(await isRecalled(again)).toBe(true);
});

const otherWords = (text: string): string => text.replace(/"warnings":\d+/, '"warnings":77');

it.each<[string, (text: string) => string]>([
  ['is cut', (text) => text.slice(0, -500)],
  ['was written without the key', otherWords],
])('checks again where what is kept %s', async (_how, spoil) => {
  await writeFile(kept(), spoil(written));
  const again = await load();
  expect(again.warnings).toBe(first.warnings);
  expect(await isRecalled(again)).toBe(false);
  expect(await readFile(kept(), 'utf8')).toBe(written);
});

it('checks again where a file is another', async () => {
  await writeFile(kept(), written);
  const path = join(programme, 'programme.json');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"title"', '"titel"'));
  await expect(load()).rejects.toThrow(/are wrong:\n.*\n- programme\.json: .*title/);
  await writeFile(path, text);
  expect(await isRecalled(await load())).toBe(true);
});
