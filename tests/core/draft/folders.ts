import { fileURLToPath } from 'node:url';

/** The programmes of this repository. */
export const folders = [
  '../../fixtures/programmes/garden-grants',
  '../../fixtures/programmes/theatre-fund',
  '../../../definitions/chongqing-health-titles',
].map((path) => fileURLToPath(new URL(path, import.meta.url)));
