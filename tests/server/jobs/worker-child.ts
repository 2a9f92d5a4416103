/** Takes a job, says so on its standard output, and never ends it. Killed by its test. */
import { writeSync } from 'node:fs';
import { openWorker } from '#server/jobs/index.ts';
import { openDatabase } from '#server/store/index.ts';

const [databaseUrl = '', now = ''] = process.argv.slice(2);
const db = await openDatabase({ databaseUrl });
const kinds = {
  long: {
    attempts: 3,
    run: async () => {
      writeSync(1, 'taken\n');
      return new Promise<never>(() => undefined);
    },
  },
};
const clock = () => new Date(now);
openWorker({ services: { db, clock }, kinds, atOnce: 1, report: console.error, askEvery: 20 });
// What waits for a job that never ends would let the process end.
setInterval(() => undefined, 60_000);
