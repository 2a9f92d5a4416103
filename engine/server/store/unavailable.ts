import { ConnectionError } from 'sequelize';

/** The codes by which databases, connections and disks report that they are gone, full or read-only. */
const UNAVAILABLE =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOSPC|EDQUOT|EROFS|PROTOCOL_CONNECTION_LOST|ER_(SERVER_SHUTDOWN|CON_COUNT_ERROR|DISK_FULL|RECORD_FILE_FULL|OPTION_PREVENTS_STATEMENT|LOCK_DEADLOCK|LOCK_WAIT_TIMEOUT|CHECKREAD|CONNECTION_KILLED)|SQLITE_(FULL|BUSY|READONLY|IOERR)\w*)$/;

/**
 * Whether the cause is outside the program: the database does not answer, or the disk is full. The request has not
 * been carried out as far as is known, and may be tried again later.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof ConnectionError) return true;
  const { code } = ('parent' in error ? error.parent : error) as { code?: unknown };
  return typeof code === 'string' && UNAVAILABLE.test(code);
}
