import { dirname, join, sep } from 'node:path';
import type { Config } from './config.ts';

type Part = { what: 'database' | 'key' | 'witness'; folder: string };

type Lying = Pick<Config, 'databaseUrl' | 'dataDir' | 'appKey' | 'keyFile' | 'witnessDir'>;

/**
 * Which of database, key and witness of the audit trail lie in one folder, or one in the folder of the other: whoever
 * can write there can write a trail of his own that fits. Empty = each is apart. A database on a server and a key in
 * the environment lie in no folder.
 */
export function lyingTogether(config: Lying): Part[] {
  const parts = partsOf(config);
  return parts.filter((one) => parts.some((other) => other !== one && meet(one.folder, other.folder)));
}

function partsOf({ databaseUrl, dataDir, appKey, keyFile, witnessDir }: Lying): Part[] {
  const sqlite = /^sqlite:(?:\/\/)?(.+)$/.exec(databaseUrl)?.[1];
  return [
    ...(sqlite === undefined ? [] : [{ what: 'database' as const, folder: dirname(sqlite) }]),
    ...(appKey ? [] : [{ what: 'key' as const, folder: dirname(keyFile) }]),
    { what: 'witness', folder: witnessDir ?? dataDir },
  ];
}

const meet = (a: string, b: string): boolean => within(a, b) || within(b, a);
const within = (inner: string, outer: string): boolean => join(inner, sep).startsWith(join(outer, sep));
