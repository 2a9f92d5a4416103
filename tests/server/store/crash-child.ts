/** Saves sections as fast as it can and says on its standard output what the database has acknowledged. Killed by its test. */
import { writeSync } from 'node:fs';
import { caseSections, inTransaction, openDatabase } from '#server/store/index.ts';

const [databaseUrl = '', ...caseIds] = process.argv.slice(2);
const db = await openDatabase({ databaseUrl });

async function keepSaving(caseId: string): Promise<void> {
  for (let version = (await caseSections.get(db, caseId, 's'))?.version ?? 0; ; version += 1) {
    const value = { version: version + 1 };
    const savedAt = new Date().toISOString();
    const saved = await inTransaction(db, async (tx) => {
      const twin = await caseSections.save(tx, { caseId, section: 'twin', value, savedAt }, version);
      return twin && (await caseSections.save(tx, { caseId, section: 's', value, savedAt }, version));
    });
    if (saved) writeSync(1, `${caseId} ${version + 1}\n`);
  }
}

await Promise.all(caseIds.map(keepSaving));
