/** The part of better-sqlite3 that the facade uses; the package brings no types. */
declare module 'better-sqlite3' {
  type Bound = Record<string, unknown> | unknown[];
  class Statement {
    /** Does it give rows? */
    readonly reader: boolean;
    /** Does it leave the file as it is? */
    readonly readonly: boolean;
    /** Rows as lists of their columns. */
    raw(on: boolean): this;
    run(...bound: Bound[]): { changes: number; lastInsertRowid: number | bigint };
    all(...bound: Bound[]): unknown[];
  }
  class BetterSqlite {
    constructor(file: string, options?: { timeout?: number });
    readonly inTransaction: boolean;
    prepare(sql: string): Statement;
    exec(sql: string): this;
    pragma(source: string, options?: { simple?: boolean }): unknown;
    close(): this;
  }
  export default BetterSqlite;
}
