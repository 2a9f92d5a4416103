import { formatJson } from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import type { Check, Finding } from '../../context.ts';

/** A file that is not laid out as `shenbao format` writes it: nothing is wrong, but changes are harder to follow. */
export const unformattedFile: Check = {
  code: 'unformatted-file',
  run: ({ loaded, memory }) =>
    loaded.files.flatMap((file) => memory.once(file, 'unformatted-file', [], () => checkLayout(file))),
};

function checkLayout({ path, json, text }: SourceFile): Finding[] {
  if (json === undefined || text === undefined) return [];
  const formatted = formatJson(json);
  if (formatted === text) return [];
  return [
    {
      at: { file: path, pointer: '' },
      severity: 'note',
      params: { line: firstDifference(text, formatted) },
      hint: { sentence: 'format' },
    },
  ];
}

function firstDifference(text: string, formatted: string): number {
  const lines = text.split('\n');
  const wanted = formatted.split('\n');
  const index = wanted.findIndex((line, number) => line !== lines[number]);
  return index < 0 ? wanted.length : index + 1;
}
