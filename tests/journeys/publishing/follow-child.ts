/** Another process on the database: prints the edition that it serves whenever it goes over to another. */
import { writeSync } from 'node:fs';
import { keepFresh, openEditions } from '#server/services/editions/index.ts';
import { openDatabase } from '#server/store/index.ts';

const [databaseUrl = '', programme = '', at = ''] = process.argv.slice(2);
const editions = openEditions(await openDatabase({ databaseUrl }), () => new Date(at), programme);
await editions.refresh();

let served = '';
keepFresh(editions, (error) => process.stderr.write(`${String(error)}\n`));
setInterval(async () => {
  const { hash } = await editions.current();
  if (hash === served) return;
  served = hash;
  writeSync(1, `${hash}\n`);
}, 50);
