import { LRUCache } from 'lru-cache';

const MOST_BYTES = 64 * 1024 * 1024;

/** Printed pages by the hash of their HTML, the least recently used leaving first; at most 64 MiB. */
export const createPdfCache = (): LRUCache<string, Buffer> =>
  new LRUCache({ maxSize: MOST_BYTES, sizeCalculation: (pdf) => pdf.byteLength });
