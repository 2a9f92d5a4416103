import type { Check } from '../../context.ts';
import { hostileKey } from './hostile-key.ts';
import { manifestMismatch } from './manifest-mismatch.ts';
import { missingKey } from './missing-key.ts';
import { oversizedFile } from './oversized-file.ts';
import { ownPartSame } from './own-part-same.ts';
import { unformattedFile } from './unformatted-file.ts';
import { unknownKey } from './unknown-key.ts';
import { wrongType } from './wrong-type.ts';
import { wrongValue } from './wrong-value.ts';

/** Each file by itself, before its meaning. One check a file, one line here. */
export const files: Check[] = [
  unknownKey,
  missingKey,
  wrongType,
  wrongValue,
  oversizedFile,
  hostileKey,
  manifestMismatch,
  ownPartSame,
  unformattedFile,
];
