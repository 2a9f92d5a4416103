import { long, primary, text } from '../../columns.ts';
import { createTable, type Migration } from '../migration.ts';

const CONTENTS = { sha256: primary(text(64)), content: long() };
const FILES = { source: primary(text(64)), path: primary(text(255)), sha256: text(64) };

/** The files that editions and drafts are made of, each content once. */
export const editionFiles: Migration = {
  name: '0019-edition-files',
  async up(step) {
    await createTable(step, 'file_contents', CONTENTS);
    await createTable(step, 'edition_files', FILES);
  },
};
