import { open, readFile } from 'node:fs/promises';
import { audit } from './repositories/audit.ts';
import type { Database } from './tx.ts';
import type { AuditHead } from './types.ts';

const EVERY_MS = 500;

/**
 * Writes the audit chain's head to a file outside the database within a second of each change, so that rows cut off
 * at the end are noticed. Gives a function that stops it after one last check. `failed` is called with errors.
 */
export function keepAuditHead(
  db: Database,
  path: string,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let written = -1;
  let checking: Promise<void> = Promise.resolve();
  const check = async () => {
    const head = await audit.head(db);
    if (head.seq === written) return;
    await append(path, head);
    written = head.seq;
  };
  const checkAgain = () => {
    checking = checking.then(check).catch(failed);
    return checking;
  };
  const timer = setInterval(checkAgain, EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await checkAgain();
  };
}

/** The heads that the file has seen; none when there is no such file. A last line cut by a crash is left out. */
export async function readAuditHeads(path: string): Promise<AuditHead[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = [...text.matchAll(/^(\d+) ([0-9a-f]{64})$/gm)];
  return lines.map(([, seq = '', mac = '']) => ({ seq: Number(seq), mac }));
}

async function append(path: string, { seq, mac }: AuditHead): Promise<void> {
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(`\n${seq} ${mac}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
