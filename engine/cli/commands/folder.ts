import { asObject, asText } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { FolderError, readFolder } from '#server/load/index.ts';
import { CommandError } from '../error.ts';
import { systemLocale } from '../locales/index.ts';

/** The files of a programme's folder, and the locale that it is written in. Throws CommandError as `takingFolder` does. */
export async function openFolder(folder: string): Promise<{ files: SourceFile[]; locale: string }> {
  const files = await takingFolder(folder, () => readFolder(folder));
  const programme = files.find(({ path }) => path === 'programme.json');
  return { files, locale: asText(asObject(programme?.json).locale) ?? systemLocale(process.env) };
}

/** Says why a folder cannot be taken. Throws CommandError. */
export async function takingFolder<T>(folder: string, take: () => Promise<T>): Promise<T> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof FolderError) throw new CommandError(error.code, error.params);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new CommandError('noFolder', { folder });
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') throw new CommandError('isFile', { folder });
    throw error;
  }
}
