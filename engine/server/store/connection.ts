/** What of a connection the store uses, whichever driver it is of. */

type Done = (error: Error | null, rows?: unknown) => void;
type SqliteDone = (this: { changes: number }, error: Error | null, rows?: unknown) => void;
type Ask = (text: string, values: readonly unknown[], done: SqliteDone) => void;

/** Of `sqlite/driver.ts`, or of mysql2. */
export type Connection =
  | { all: Ask; lists: Ask }
  | {
      execute(asked: { sql: string; rowsAsArray: boolean }, values: readonly unknown[], done: Done): void;
      query(text: string, done: Done): void;
    };

/** Where a transaction gets a connection of its own. */
export type OwnConnections = {
  take(): Promise<Connection>;
  /** Gives it back; one of which it is not known where it stands is closed. */
  leave(connection: Connection, isSound: boolean): void;
};
