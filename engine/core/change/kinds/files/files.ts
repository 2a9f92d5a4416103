import type { Json, JsonObject } from '#core/model/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { isJson } from '../../editor/editor.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';
import { carryOut } from './operations.ts';

/** A file more: a code list, an expression, a template … */
export const addFile = defineKind('addFile', {
  required: ['file', 'content'],
  make(editor, { file, content }) {
    const fits = identifyFile(file) !== undefined && isJson(file) !== (typeof content === 'string');
    if (!fits) throw new ChangeRefused('unfit-file', { file }, file);
    editor.add(file, content);
  },
  words: ({ file, content }) => ({ file, title: titleOf(content) ?? file }),
});

/** A file less. */
export const removeFile = defineKind('removeFile', {
  required: ['file'],
  make: (editor, { file }) => editor.remove(file),
  words: ({ file }, _titles, files) => ({ file, title: titleOf(files.value(file)) ?? file }),
});

/** The last resort: a file is changed by a JSON patch, as far as no kind says it in words. */
export const editFile = defineKind('editFile', {
  required: ['file', 'operations'],
  isExact: true,
  make(editor, { file, operations }) {
    if (editor.value(file) === undefined) throw new ChangeRefused('no-file', { file }, file);
    for (const operation of operations) carryOut(editor, file, operation);
  },
  words: ({ file, operations }, _titles, files) => ({
    file,
    title: titleOf(files.value(file)) ?? file,
    n: operations.length,
  }),
});

function titleOf(content: Json | undefined): string | undefined {
  const title = typeof content === 'object' && content !== null ? (content as JsonObject).title : undefined;
  return typeof title === 'string' ? title : undefined;
}
