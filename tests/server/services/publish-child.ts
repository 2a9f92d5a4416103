/** Publishes one and the other as fast as it can and prints the numbers that the database has acknowledged. Killed by its test. */
import { writeSync } from 'node:fs';
import { appendPublication } from '#server/services/editions/publications.ts';
import { inTransaction, openDatabase, publications } from '#server/store/index.ts';

const [databaseUrl = '', ...editions] = process.argv.slice(2);
const db = await openDatabase({ databaseUrl });

for (let turn = 0; ; turn += 1) {
  const edition = editions[turn % editions.length] ?? '';
  const ready = { programme: 'p', cycle: '1', edition, source: null };
  await inTransaction(db, (tx) =>
    appendPublication(tx, 'publish', ready, { at: new Date().toISOString(), by: null, why: '' }),
  );
  writeSync(1, `${(await publications.last(db, 'p', '1'))?.number}\n`);
}
