import { ConnectionError } from 'sequelize';

/** How databases, connections and disks say that they are gone, full, or no more to be written to. */
const UNAVAILABLE =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOSPC|EDQUOT|EROFS|PROTOCOL_CONNECTION_LOST|ER_(SERVER_SHUTDOWN|CON_COUNT_ERROR|DISK_FULL|RECORD_FILE_FULL|OPTION_PREVENTS_STATEMENT|LOCK_DEADLOCK|LOCK_WAIT_TIMEOUT|CHECKREAD|CONNECTION_KILLED)|SQLITE_(FULL|BUSY|READONLY|IOERR)\w*)$/;

/**
 * Is this error none of the program's: the database does not answer, or there is no room to write? Whatever was asked
 * for has not been done as far as anybody knows, and may be asked for again later.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof ConnectionError) return true;
  const { code } = ('parent' in error ? error.parent : error) as { code?: unknown };
  return typeof code === 'string' && UNAVAILABLE.test(code);
}
