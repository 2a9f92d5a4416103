/** ZIP archives: checksums, and what stands before and behind the files. Imports nothing. */
export { type ArchiveFile, openArchive } from './archive.ts';
export { crc32 } from './crc.ts';
