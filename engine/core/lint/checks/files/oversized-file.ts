import { isObject } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

const MOST_KEYS = 8_000;
const MOST_CODES = 100_000;
const MOST_DEPTH = 40;

/** A file that would take the engine too long to read. Code lists and locales are long and flat: their entries are counted. */
export const oversizedFile: Check = {
  code: 'oversized-file',
  run: ({ loaded, memory }) =>
    loaded.files.flatMap((file) =>
      memory.once(file, 'oversized-file', [], () =>
        file.json === undefined ? [] : checkFile(file.path, file.json),
      ),
    ),
};

function checkFile(file: string, json: Json): Finding[] {
  const at = { file, pointer: '' };
  const { keys, depth } = measure(json);
  const most = /^codes\/|^([^/]+\/)?locales\//.test(file) ? MOST_CODES : MOST_KEYS;
  const findings: Finding[] = [];
  if (keys > most) findings.push({ at, sentence: 'oversized-file.keys', params: { count: keys, most } });
  if (depth > MOST_DEPTH)
    findings.push({ at, sentence: 'oversized-file.depth', params: { depth, most: MOST_DEPTH } });
  return findings;
}

/** Without recursion, so that hostile depth cannot exhaust the stack. */
function measure(json: Json): { keys: number; depth: number } {
  const waiting: [Json, number][] = [[json, 1]];
  let [keys, depth] = [0, 0];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, level] = next;
    depth = Math.max(depth, level);
    const children = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
    keys += children.length;
    for (const child of children) waiting.push([child, level + 1]);
  }
  return { keys, depth };
}
