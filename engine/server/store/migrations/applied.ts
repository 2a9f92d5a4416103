import { at, integer, primary, text } from '../columns.ts';
import { table } from '../table.ts';

/** `checksum` covers this migration's name and all before it: a changed order is seen. */
export type MigrationRow = { ordinal: number; name: string; checksum: string; appliedAt: string };

/** The migrations that this database has taken, in their order. */
export const migrationTable = table<MigrationRow>('schema_migrations', {
  ordinal: primary(integer()),
  name: text(100),
  checksum: text(64),
  appliedAt: at(),
});
