import type { Services } from '#server/services/ground/index.ts';
import { audit, witnessFile } from '#server/store/index.ts';
import type { Config } from './config.ts';

/**
 * Database, key and data folder belong together. Throws where the key is not the one that the database was written
 * with, and where the database is a new one beside a folder that has seen another.
 */
export async function assertKeyMatchesDatabase(
  { db, secrets, auditHeads }: Pick<Services, 'db' | 'secrets' | 'auditHeads'>,
  { dataDir, keyFile }: Pick<Config, 'dataDir' | 'keyFile'>,
): Promise<void> {
  if (!(await audit.isWrittenWith(db, secrets.auditKey)))
    throw new Error(
      'The database was written with another key, and nothing that is sealed in it can be read with this one: ' +
        `give the right APP_KEY, or restore ${keyFile} from the backup.`,
    );
  const seen = audit.endOf(await auditHeads());
  if (seen > 0 && (await audit.head(db)).seq === 0)
    throw new Error(
      `The database is empty, but ${witnessFile(dataDir)} has seen ${seen} rows of its audit trail: ` +
        'name the right DATABASE_URL, restore the backup, or begin anew with an empty DATA_DIR.',
    );
}
