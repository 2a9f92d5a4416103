import type { Readable } from 'node:stream';
import type { Received } from './receive.ts';

/** A stored file's content as a stream. */
export type OpenedFile = { stream: Readable; bytes: number };

/** Where evidence lies, by the SHA-256 of its content. The same content twice is kept once. */
export type FileStore = {
  /** See `receive`: into this store's temporary place. */
  receive(stream: Readable, limitBytes: number): Promise<Received>;
  /**
   * Stores the content durably, then calls `record`, which writes the row that refers to it. Content that
   * no row refers to afterwards is taken out again, so a refusal or an error leaves nothing behind.
   */
  keep<R>(received: Received, record: () => Promise<R>): Promise<R>;
  /** Deletes what was received and is not kept. */
  discard(received: Received): Promise<void>;
  /** Throws MissingFileError when it is not there. `range`: first and last byte, both counted. */
  open(sha256: string, range?: { start: number; end: number }): Promise<OpenedFile>;
  /** Takes the content out unless a row still refers to it. Call it after the transaction that removed the row. */
  remove(sha256: string): Promise<void>;
  /** Deletes what uploads left behind that ended with the process: at the start none is under way. */
  clearTemporary(): Promise<void>;
  /**
   * Takes out what a crash left behind: temporary files and unreferenced content older than an hour. Gives the count.
   * `looked` is told how many it has looked at, and may end it by throwing.
   */
  sweep(now?: number, looked?: (count: number) => Promise<void>): Promise<number>;
};
