import { asList, asObject } from '#core/json/index.ts';
import type { LoadedEdition } from '#core/model/index.ts';
import { cyclesOf, identifyFile } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';

const MANIFEST = 'manifest.json';
const hint = { sentence: 'manifest' } as const;

/** A programme with a manifest hears of every file that is missing or not listed. */
export const manifestMismatch: Check = {
  code: 'manifest-mismatch',
  run: ({ loaded }) => {
    const manifest = loaded.files.find(({ path }) => path === MANIFEST);
    if (manifest) return compare(loaded, asList(asObject(manifest.json).files));
    if (asObject(loaded.definition.programme).manifest !== true) return [];
    const at = { file: 'programme.json', pointer: '/manifest' };
    return [{ at, sentence: 'manifest-mismatch.none', params: { manifest: MANIFEST }, hint }];
  },
};

function compare(loaded: LoadedEdition, names: unknown[]): Finding[] {
  const there = new Set(loaded.files.map(({ path }) => path));
  const mine = cyclesOf([...there]);
  const gone = names.flatMap((name, index) => {
    const path = String(name);
    const cycle = identifyFile(path)?.cycle;
    if (there.has(path) || (cycle !== undefined && !mine.includes(cycle))) return [];
    return [
      {
        at: { file: MANIFEST, pointer: `/files/${index}` },
        sentence: 'manifest-mismatch.gone' as const,
        params: { path },
        hint,
      },
    ];
  });
  const come = [...there]
    .filter((path) => path !== MANIFEST && !names.includes(path))
    .map((path) => ({
      at: { file: path, pointer: '' },
      sentence: 'manifest-mismatch.come' as const,
      params: { manifest: MANIFEST },
      hint,
    }));
  return [...gone, ...come];
}
