/**
 * How long a programme takes to be ready, in a process of its own because only the first time is cold: prints the
 * milliseconds of loading, checking and compiling. With a folder, as a server that starts with that data folder.
 */
import { fileURLToPath } from 'node:url';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { lint } from '#core/lint/index.ts';
import type { Definition } from '#core/model/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { secretsOf } from '#server/crypto/index.ts';
import { loadChecked, loadProgramme } from '#server/load/index.ts';

const programme = fileURLToPath(new URL('../definitions/chongqing-health-titles', import.meta.url));
const [, , dataDir] = process.argv;
const times: number[] = [];

async function timed<T>(work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  times.push(performance.now() - start);
  return result;
}

const compile = (definition: Definition, hash?: string) =>
  timed(() => compileEdition(definition, { hash, validators: ajvValidators(), routes: compileRoute }));

if (dataDir === undefined) {
  const [loaded] = await timed(() => loadProgramme(programme));
  if (loaded === undefined) throw new Error(`${programme} holds no edition`);
  await timed(() => lint(loaded));
  await compile(loaded.definition);
} else {
  const { hashOf } = secretsOf(new Uint8Array(32));
  const seal = async () => (text: string) => hashOf('bench', text);
  const { editions, remember } = await timed(() => loadChecked(programme, { dataDir, seal }));
  const [edition] = editions;
  if (edition === undefined) throw new Error(`${programme} holds no edition`);
  await compile(edition.definition, edition.hash);
  await remember();
}
console.log(JSON.stringify(times));
