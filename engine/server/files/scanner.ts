import type { Readable } from 'node:stream';

/** Looks for malware in files. */
export type Scanner = {
  /**
   * The name of what it found, or null; `read` gives the content. Throws ScannerAway where nobody can say: such a file
   * must not pass.
   */
  scan(read: () => Promise<Readable>): Promise<string | null>;
};

/** The scanner that the settings name does not answer, or says that it could not scan. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway';
}
