import { interpolate } from '#core/json/index.ts';
import { type CliWords, cliWords, systemLocale, written } from './locales/index.ts';

/** A command cannot do what it was asked: its sentence is for whoever typed it. */
export class CommandError extends Error {
  override name = 'CommandError';

  /** Says it in the programme's locale where one is loaded, else in the machine's. */
  constructor(
    key: keyof CliWords['errors'],
    values: Record<string, string | number | readonly string[]>,
    locale: string = systemLocale(process.env),
  ) {
    const words = cliWords(locale);
    super(interpolate(words.errors[key], written(values, words)));
  }
}

/** The sentence for whatever a command threw: what the machine itself refuses is told in its words too. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new CommandError('noFile', { file: path }).message;
  if (code === 'EISDIR') return new CommandError('isFolder', { file: path }).message;
  if (code?.startsWith('ERR_PARSE_ARGS'))
    return new CommandError('option', { detail: error.message }).message;
  return error.message;
}
