/** More bytes came than are allowed; what had arrived is deleted. */
export class FileTooLargeError extends Error {
  override readonly name = 'FileTooLargeError';
  readonly limitBytes: number;

  constructor(limitBytes: number) {
    super(`The file is larger than ${limitBytes} bytes.`);
    this.limitBytes = limitBytes;
  }
}

/** A row refers to content that is not in the store. */
export class MissingFileError extends Error {
  override readonly name = 'MissingFileError';

  constructor(sha256: string) {
    super(`The store holds no content ${sha256}.`);
  }
}
