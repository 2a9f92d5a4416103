import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditHead } from './records/index.ts';
import { audit } from './repositories/audit.ts';
import type { Database } from './tx.ts';

const EVERY_MS = 500;

/** Of the name of every file that witnesses: the server's own, and what an operator lays beside it out of a log. */
const FILE = 'audit-heads';

/** Where the head goes: a file for each path, and whoever else wants to know. */
type Witnesses = {
  paths: string[];
  report: (head: AuditHead) => void;
  failed: (error: unknown) => void;
};

/** The file in which the server itself writes heads in this folder. */
export const witnessFile = (folder: string): string => join(folder, `${FILE}.txt`);

/**
 * Writes the audit chain's head outside the database within a second of each change, so that rows cut off at the end
 * are noticed. A witness that cannot be written to is tried again; the others do not wait for it. Gives a function
 * that stops it after one last check. `failed` is called with errors.
 */
export function keepAuditHead(db: Database, { paths, report, failed }: Witnesses): () => Promise<void> {
  const witnesses = [...paths.map(intoFile), once(async (head) => report(head))];
  let checking: Promise<void> = Promise.resolve();
  const check = async (): Promise<void> => {
    const head = await audit.head(db);
    await Promise.all(witnesses.map((write) => write(head).catch(failed)));
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

type Write = (head: AuditHead) => Promise<void>;

const intoFile = (path: string): Write => once((head) => append(path, head));

/** Each head once; one that failed comes again. */
function once(write: Write): Write {
  let written = -1;
  return async (head) => {
    if (head.seq === written) return;
    await write(head);
    written = head.seq;
  };
}

/**
 * The heads that the files `audit-heads…` of these folders have seen, wherever in a line they stand: lines of a log
 * count as well. A last line cut by a crash is left out. Throws where a folder cannot be read.
 */
export async function readAuditHeads(folders: string[]): Promise<AuditHead[]> {
  const heads: AuditHead[] = [];
  for (const folder of folders)
    for (const name of await readdir(folder))
      if (name.startsWith(FILE))
        for (const head of headsIn(await readFile(join(folder, name), 'utf8'))) heads.push(head);
  return heads;
}

function headsIn(text: string): AuditHead[] {
  const found = [...text.matchAll(/\b(\d{1,15}) ([0-9a-f]{64})\b/g)];
  return found.map(([, seq = '', mac = '']) => ({ seq: Number(seq), mac }));
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
