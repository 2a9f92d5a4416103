const ER_DUP_ENTRY = 1062;

type DriverError = Error & { code?: string; errno?: number };

/**
 * A statement that the database has refused. It holds the statement and the driver's code, and none of the values: what
 * the drivers write into their messages are people's answers.
 */
export class StatementError extends Error {
  override readonly name = 'StatementError';
  /** As the driver names it: `SQLITE_BUSY`, `ER_LOCK_DEADLOCK`. */
  readonly code: string;
  /** MariaDB's number; 0 on SQLite. */
  readonly errno: number;
  /** The unique key that refused a row: its name on MariaDB, `table.column, table.column` on SQLite; null = none did. */
  readonly refusedBy: string | null;

  constructor(text: string, cause: DriverError) {
    super(`${cause.code ?? cause.message} at: ${text}`);
    this.code = cause.code ?? '';
    this.errno = cause.errno ?? 0;
    this.refusedBy = refusingKey(cause);
  }
}

function refusingKey({ code, errno, message }: DriverError): string | null {
  if (code?.startsWith('SQLITE_CONSTRAINT'))
    return /^UNIQUE constraint failed: (.+)$/.exec(message)?.[1] ?? null;
  if (errno !== ER_DUP_ENTRY) return null;
  // MySQL writes the table before the key.
  return /for key '(?:[^'.]*\.)?([^']+)'$/.exec(message)?.[1] ?? null;
}
