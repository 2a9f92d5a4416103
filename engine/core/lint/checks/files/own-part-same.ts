import { sameJson } from '#core/json/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import type { Check } from '../../context.ts';

/**
 * A part of a cycle that says what the shared one says: it would hide from this cycle whatever changes there, and
 * differs in nothing.
 */
export const ownPartSame: Check = {
  code: 'own-part-same',
  run: ({ loaded: { files } }) => {
    const placed = files.flatMap((file) => {
      const place = identifyFile(file.path);
      return place === undefined || place.kind === 'locale' ? [] : [{ ...file, ...place }];
    });
    const shared = placed.filter(({ cycle }) => cycle === undefined);
    return placed
      .filter(({ cycle }) => cycle !== undefined)
      .flatMap(({ path, kind, id, json }) => {
        const same = shared.find((one) => one.kind === kind && one.id === id);
        if (same?.json === undefined || json === undefined || !sameJson(same.json, json)) return [];
        return [
          { at: { file: path, pointer: '' }, severity: 'warning' as const, params: { path: same.path } },
        ];
      });
  },
};
