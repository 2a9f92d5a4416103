/** A second process on the same database: answers what it knows of an organisation, and renames it when told to. */
import { inTransaction, loading, openDatabase, organisations, readCase } from '#server/store/index.ts';

/** `name` null: what is it called? Else: it is called so from now on. */
export type Order = { id: string; name: string | null };

const db = await openDatabase({ databaseUrl: process.argv[2] ?? '' });

/** As use cases read: the number of the directory first, then what is remembered for it. */
const nameOf = (id: string): Promise<string | undefined> =>
  inTransaction(db, async (tx) => {
    await readCase(tx, 'none');
    return (await loading.organisation(tx, id))?.name;
  });

process.on('message', ({ id, name }: Order) => {
  const done = name === null ? nameOf(id) : rename(id, name);
  done.then((answer) => process.send?.(answer ?? 'unknown'));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function rename(id: string, name: string): Promise<string> {
  const known = await organisations.get(db, id);
  await organisations.update(db, id, known?.version ?? 0, { name });
  return name;
}
