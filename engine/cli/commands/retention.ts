import { parseArgs } from 'node:util';
import { readConfig } from '#server/config.ts';
import { type CycleForecast, forecast } from '#server/services/retention/index.ts';
import { openDatabase, pendingMigrations } from '#server/store/index.ts';
import { CommandError } from '../error.ts';
import { type CliWords, cliWords, sentenceOf, systemLocale } from '../locales/index.ts';
import type { Command } from './command.ts';

/**
 * Lists how many applications of which cycle are due to be erased now and within a year, in the database that
 * DATABASE_URL (or DATA_DIR) names; erases nothing.
 */
export const retentionCommand: Command = {
  name: 'retention',
  usage: 'retention [--json]',
  run: async (args: string[]): Promise<number> => {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
    const db = await openDatabase(readConfig(process.env));
    try {
      if ((await pendingMigrations(db)).length > 0) throw new CommandError('oldDatabase', {});
      const now = new Date();
      const until = new Date(now);
      until.setUTCFullYear(now.getUTCFullYear() + 1);
      const cycles = await forecast(db, now, until);
      console.log(values.json ? JSON.stringify(cycles, null, 2) : listed(cycles, until));
      return 0;
    } finally {
      await db.close();
    }
  },
};

function listed(cycles: CycleForecast[], until: Date): string {
  const words = cliWords(systemLocale(process.env));
  if (cycles.length === 0) return sentenceOf('noCycles', words);
  return cycles.map((one) => lineOf(one, dayOf(until.toISOString()), words)).join('\n');
}

function lineOf(
  { title, years, endsAt, applications, due, dueUntil }: CycleForecast,
  until: string,
  words: CliWords,
): string {
  if (years === null || endsAt === null) return sentenceOf('retainedForEver', words, { title, applications });
  const counts = { applications, due, until, dueUntil };
  return sentenceOf('retained', words, { title, years, ends: dayOf(endsAt), ...counts });
}

const dayOf = (at: string): string => at.slice(0, 'YYYY-MM-DD'.length);
