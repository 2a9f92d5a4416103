/** A value that only one may hold is held by another already. `binding` says which value: `username`, or the definition's id. */
export class DuplicateError extends Error {
  override readonly name = 'DuplicateError';
  readonly binding: string;

  constructor(binding: string) {
    super(`The value of <${binding}> is held by another already.`);
    this.binding = binding;
  }
}

/** The database was made by a newer version of this program. */
export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';

  constructor(unknown: string[]) {
    super(
      `The database holds migrations that this version does not know: ${unknown.join(', ')}. ` +
        'Start the newer version that made them, or restore the backup taken before them.',
    );
  }
}
