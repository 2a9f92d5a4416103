import { parseArgs } from 'node:util';
import { readConfig } from '#server/config.ts';
import { type Database, migrate, openDatabase, pendingMigrations } from '#server/store/index.ts';
import { cliWords, sentenceOf, systemLocale } from '../locales/index.ts';
import type { Command } from './command.ts';

const words = () => cliWords(systemLocale(process.env));
const usage = 'migrate [--dry-run]';

/**
 * Migrates the database that DATABASE_URL (or DATA_DIR) names to this version; `--dry-run` only prints what it would
 * do.
 */
export const migrateCommand: Command = {
  name: 'migrate',
  usage,
  run: async (args: string[]): Promise<number> => {
    const { values } = parseArgs({ args, options: { 'dry-run': { type: 'boolean' } } });
    const db = await openDatabase(readConfig(process.env));
    try {
      console.log(values['dry-run'] ? await announce(db) : await carryOut(db));
      return 0;
    } finally {
      await db.close();
    }
  },
};

async function announce(db: Database): Promise<string> {
  const pending = await pendingMigrations(db);
  return pending.length === 0
    ? sentenceOf('upToDate', words())
    : sentenceOf('toBeTaken', words(), { names: pending });
}

async function carryOut(db: Database): Promise<string> {
  const taken = await migrate(db);
  return taken.length === 0
    ? sentenceOf('upToDate', words())
    : sentenceOf('taken', words(), { names: taken });
}
