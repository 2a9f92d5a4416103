import type { SourceFile } from '#core/model/index.ts';
import { textsOfFile } from '#core/translate/index.ts';

/** The texts that the locale files of a folder may translate, by their places; '' is the programme's own folder. */
export function writtenTexts(files: SourceFile[], folder: string): Map<string, string> {
  const texts = files.flatMap(textsOfFile).filter(({ cycle }) => cycle === folder);
  return new Map(texts.map(({ place, text }) => [place, text]));
}
