/**
 * How long a programme takes to be ready, in a process of its own because only the first time is cold: prints the
 * milliseconds of loading, checking and compiling.
 */
import { fileURLToPath } from 'node:url';
import { ajvValidators } from '#core/compile/ajv.ts';
import { compileEdition } from '#core/compile/index.ts';
import { lint } from '#core/lint/index.ts';
import { compileRoute } from '#core/route/index.ts';
import { loadProgramme } from '#server/load/index.ts';

const programme = fileURLToPath(new URL('../definitions/chongqing-health-titles', import.meta.url));
const times: number[] = [];

async function timed<T>(work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  times.push(performance.now() - start);
  return result;
}

const [loaded] = await timed(() => loadProgramme(programme));
if (loaded === undefined) throw new Error(`${programme} holds no edition`);
await timed(() => lint(loaded));
await timed(() => compileEdition(loaded.definition, { validators: ajvValidators(), routes: compileRoute }));
console.log(JSON.stringify(times));
