type Refusal = 'manyFiles' | 'manyBytes' | 'deep' | 'link' | 'large';

/** A folder that cannot be taken as a programme's. `code` and `params` are for whoever says it in other words. */
export class FolderError extends Error {
  override name = 'FolderError';
  readonly code: Refusal;
  readonly params: Record<string, string | number>;

  constructor(code: Refusal, params: Record<string, string | number>, message: string) {
    super(message);
    this.code = code;
    this.params = params;
  }
}
