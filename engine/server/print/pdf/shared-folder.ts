import { mkdirSync, mkdtempSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder below the system's temporary one, for all processes of this user; somebody else's of that name is not trusted. */
export function sharedFolder(name: string): string {
  const shared = join(tmpdir(), name);
  mkdirSync(shared, { recursive: true, mode: 0o700 });
  return statSync(shared).uid === process.getuid?.() ? shared : mkdtempSync(join(tmpdir(), 'print-faces-'));
}

/** Puts a file there that is whole as soon as it has its name, whoever else writes it at the same time. */
export function putWhole(folder: string, name: string, data: Uint8Array): void {
  const part = join(folder, `.${process.pid}-${name}`);
  writeFileSync(part, data);
  renameSync(part, join(folder, name));
}
