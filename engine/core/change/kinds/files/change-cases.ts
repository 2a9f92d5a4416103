import { isObject, type Json, type JsonObject } from '#core/json/index.ts';
import { identifyFile } from '#core/vocabulary/index.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Editor } from '../../editor/editor.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';

/**
 * Examples and demonstrations follow what has changed: a merge patch for each file, of named expressions for their
 * examples alone. In a list whose elements have names a patch may go by these.
 */
export const changeCases = defineKind('changeCases', {
  required: ['patches'],
  make(editor, { patches }) {
    for (const [file, patch] of Object.entries(patches)) {
      if (!isOfExamples(file, patch)) throw new ChangeRefused('unfit-file', { file }, file);
      ownCopy(editor, file);
      if (!isObject(editor.value(file))) throw new ChangeRefused('no-file', { file }, file);
      lay(editor, file, [], patch);
    }
  },
  words: ({ patches }) => ({
    ...(Object.keys(patches).every(isDemonstration) && { form: 'demonstration' }),
    n: Object.keys(patches).length,
  }),
});

/** A cycle that shares a part with others gets one of its own before its examples differ from theirs. */
function ownCopy(editor: Editor, file: string): void {
  const cycle = identifyFile(file)?.cycle;
  const shared = cycle === undefined ? undefined : editor.value(file.slice(cycle.length + 1));
  if (shared !== undefined && editor.value(file) === undefined) editor.add(file, shared, true);
}

export const isDemonstration = (file: string): boolean => identifyFile(file)?.kind === 'demo';

/** Whether a patch of a file is one of examples, or of what a demonstration shows. */
export function isOfExamples(file: string, patch: Json): boolean {
  const kind = identifyFile(file)?.kind;
  return (
    kind === 'case' ||
    kind === 'demo' ||
    (kind === 'expression' && isObject(patch) && Object.keys(patch).join() === 'cases')
  );
}

function lay(editor: Editor, file: string, path: string[], patch: Json): void {
  if (!isObject(patch) || !childrenOf(editor.value(file, path))) editor.put(file, path, patch);
  else
    for (const [key, value] of Object.entries(patch)) {
      const at = [...path, key];
      if (value !== null) lay(editor, file, at, value);
      else if (editor.value(file, at) !== undefined) editor.take(file, at);
    }
}

/** The merge patch that makes one object of another. */
export function patchOf(before: JsonObject, after: JsonObject): JsonObject {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(
    changed.map((key): [string, Json] => {
      const [was, is] = [before[key], after[key]];
      return [key, isObject(was) && isObject(is) ? patchOf(was, is) : (is ?? null)];
    }),
  );
}
