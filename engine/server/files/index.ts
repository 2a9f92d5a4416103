/** Evidence: received with a limit, inspected, kept by the hash of its content. */
export { type ClamdAddress, openClamd } from './clamd.ts';
export { FileTooLargeError, MissingFileError } from './errors.ts';
export { openFolderStore } from './folder-store.ts';
export { type Inspection, type Inspector, openInspector } from './inspect.ts';
export { closeToOthers } from './private-folder.ts';
export type { Received } from './receive.ts';
export { type Scanner, ScannerAway } from './scanner.ts';
export type { FileStore, OpenedFile } from './store.ts';
