const MOST_BYTES = 64 * 1024 * 1024;

type PdfCache = { get: (key: string) => Buffer | undefined; set: (key: string, pdf: Buffer) => void };

/** Printed pages by the hash of their HTML, the least recently used leaving first; at most 64 MiB. */
export function createPdfCache(): PdfCache {
  const kept = new Map<string, Buffer>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= kept.get(key)?.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const pdf = kept.get(key);
      if (!pdf) return undefined;
      kept.delete(key);
      kept.set(key, pdf);
      return pdf;
    },
    set(key, pdf) {
      drop(key);
      kept.set(key, pdf);
      bytes += pdf.byteLength;
      for (const oldest of kept.keys()) {
        if (bytes <= MOST_BYTES) break;
        drop(oldest);
      }
    },
  };
}
