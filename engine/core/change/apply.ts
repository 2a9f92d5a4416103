import { asText, interpolate, isObject } from '#core/json/index.ts';
import type { Json, SourceFile } from '#core/model/index.ts';
import { createEditor, type Editor } from './editor/editor.ts';
import { misfitOf } from './fits.ts';
import { KINDS } from './kinds/index.ts';
import { changeWords, type RefusalKey } from './locales/index.ts';
import { withManifest } from './manifest.ts';
import type { Applied, Change, ChangeProblem } from './model.ts';
import { ChangeRefused } from './refused.ts';
import { followTexts } from './texts/follow-texts.ts';

/**
 * Makes one change to the files of a programme's folder. Gives the files, those that changed in the one layout, and
 * what the change did to them; or why it cannot be made. The files that came in stay as they are; the same change
 * gives the same bytes wherever it is made. `manifest.json` follows from the files and is no effect.
 */
export function apply(files: readonly SourceFile[], change: Change): Applied {
  const editor = createEditor(files);
  try {
    make(editor, change, files);
  } catch (error) {
    if (error instanceof ChangeRefused) return { problem: problemOf(files, error) };
    throw error;
  }
  return { files: withManifest(files, editor.files()), effects: editor.effects() };
}

function make(editor: Editor, change: Change, files: readonly SourceFile[]): void {
  const kind = KINDS.get(change.kind);
  if (!kind) throw new ChangeRefused('no-kind', { kind: String(change.kind) });
  const given = isObject(change) ? change : {};
  const misfit = misfitOf(given, kind.schema);
  if (misfit !== null) throw new ChangeRefused('misfit', { kind: change.kind, parameter: misfit.slice(1) });
  kind.make(editor, given);
  if (editor.effects().length === 0) throw new ChangeRefused('nothing');
  if (!kind.isExact) followTexts(files, editor);
}

const problemOf = (files: readonly SourceFile[], { code, params, file, pointer }: ChangeRefused) =>
  refusal(files, code, params, { file, pointer });

/** Why a change is not made, in the language of the programme. */
export function refusal(
  files: readonly SourceFile[],
  code: RefusalKey,
  params: Record<string, Json>,
  { file, pointer } = { file: '', pointer: '' },
): ChangeProblem {
  const programme = files.find(({ path }) => path === 'programme.json')?.json;
  const words = changeWords(asText(isObject(programme) ? programme.locale : undefined) ?? 'en');
  const listed = Object.entries(params).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(words.comma) : value,
  ]);
  const message = interpolate(words.refusals[code], Object.fromEntries(listed));
  return { code, file, pointer, message, params, severity: 'error' };
}
