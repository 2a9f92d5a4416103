import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashDefinition } from '#core/compile/index.ts';
import { lint } from '#core/lint/index.ts';
import type { Definition, DefinitionProblem } from '#core/model/index.ts';
import { engineStamp, fingerprint } from './fingerprint.ts';
import { assembleTexts, readTexts } from './load-programme.ts';

/** A programme's editions without an error, with their names, and how many warnings lint has for them. */
type CheckedEditions = { editions: { hash: string; definition: Definition }[]; warnings: number };

/** Where checked editions are remembered, and the seal of this installation over a text. */
type Memory = { dataDir: string; seal: () => Promise<(text: string) => string> };

/**
 * The editions of a folder, checked by lint; those that this version of the engine has checked before, of the same
 * files, are taken from the data folder. `remember` keeps them there for the next start. Throws one error that lists
 * everything wrong with them.
 */
export async function loadChecked(
  folder: string,
  memory: Memory,
): Promise<CheckedEditions & { remember: () => Promise<void> }> {
  const files = await readTexts(folder);
  const name = fingerprint(await engineStamp(), files);
  const known = await recall(memory, name);
  if (known !== null) return { ...known, remember: async () => undefined };
  const checked = check(folder, files);
  return { ...checked, remember: () => keep(memory, name, checked) };
}

function check(folder: string, files: Parameters<typeof assembleTexts>[0]): CheckedEditions {
  const loaded = assembleTexts(files);
  const problems = loaded.flatMap((edition) => lint(edition));
  const errors = problems.filter(({ severity }) => severity === 'error').map(line);
  if (errors.length > 0)
    throw new Error(`The definitions in ${folder} are wrong:\n${errors.map((one) => `- ${one}`).join('\n')}`);
  if (loaded.length === 0)
    throw new Error(`${folder} holds no edition: a folder with edition.json is missing`);
  const editions = loaded.map(({ definition }) => ({ hash: hashDefinition(definition), definition }));
  return { editions, warnings: problems.filter(({ severity }) => severity === 'warning').length };
}

const line = ({ file, pointer, place, message }: DefinitionProblem): string =>
  `${file}${pointer}: ${place}: ${message}`;

const fileIn = (dataDir: string): string => join(dataDir, 'cache', 'editions.json');

/** What was kept under this name; null where nothing was, or anything about it is not as it was written. */
async function recall({ dataDir, seal }: Memory, name: string): Promise<CheckedEditions | null> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => null);
  if (text === null) return null;
  const [mac = '', kept = '', body = ''] = text.split('\n');
  if (kept !== name || mac !== (await seal())(digest(kept, body))) return null;
  return JSON.parse(body) as CheckedEditions;
}

const digest = (name: string, body: string): string => fingerprint(name, [{ path: '', text: body }]);

/** Put into its place as a whole. What cannot be kept is checked again at the next start. */
async function keep({ dataDir, seal }: Memory, name: string, checked: CheckedEditions): Promise<void> {
  const path = fileIn(dataDir);
  const draft = `${path}.${randomUUID()}`;
  const body = JSON.stringify(checked);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(draft, `${(await seal())(digest(name, body))}\n${name}\n${body}`, { mode: 0o600 });
    await rename(draft, path);
  } catch {
    await rm(draft, { force: true });
  }
}
