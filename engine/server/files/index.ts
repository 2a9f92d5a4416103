/** Evidence: received with a limit, inspected, kept by the hash of its content. */
export { FileTooLargeError, MissingFileError } from './errors.ts';
export { openFolderStore } from './folder-store.ts';
export { type Inspection, type Inspector, openInspector } from './inspect.ts';
export type { Received } from './receive.ts';
export type { FileStore, OpenedFile } from './store.ts';
