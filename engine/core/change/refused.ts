import type { Json } from '#core/model/index.ts';
import type { RefusalKey } from './locales/index.ts';

/** Ends a change that cannot be made. Never leaves the room: `apply` makes a problem of it. */
export class ChangeRefused extends Error {
  override name = 'ChangeRefused';
  readonly code: RefusalKey;
  readonly params: Record<string, Json>;
  readonly file: string;
  readonly pointer: string;

  constructor(code: RefusalKey, params: Record<string, Json> = {}, file = '', pointer = '') {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
    this.file = file;
    this.pointer = pointer;
  }
}
