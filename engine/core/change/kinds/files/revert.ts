import { segmentsOf } from '#core/json/index.ts';
import type { Json } from '#core/model/index.ts';
import { childrenOf } from '../../editor/children.ts';
import type { Editor } from '../../editor/editor.ts';
import { findSpan } from '../../editor/spans.ts';
import type { LeafEffect, ValueEffect } from '../../model.ts';
import { ChangeRefused } from '../../refused.ts';
import { defineKind } from '../kind.ts';

/**
 * A change is taken back, whatever came after it: each of its effects is undone where it stands now. Refused where
 * something later has touched the same place.
 */
export const revert = defineKind('revert', {
  required: ['of', 'effects'],
  make(editor, { effects }) {
    for (const effect of [...effects].reverse()) undo(editor, effect);
  },
  words: () => ({}),
});

function undo(editor: Editor, effect: LeafEffect): void {
  const path = segmentsOf(effect.at);
  if (effect.type === 'value') undoValue(editor, effect, path);
  else if (effect.type === 'span') undoSpan(editor, effect);
  else if (effect.type === 'order') undoOrder(editor, effect, path);
  else undoName(editor, effect, path);
}

function undoValue(editor: Editor, effect: ValueEffect, path: string[]): void {
  const { file, after, made } = effect;
  const now = editor.value(file, path);
  if (isSame(now, after)) putBack(editor, effect, path);
  // What was only made to hold something else stays while it holds more.
  else if (!made || now === undefined) throw touched(effect);
}

function putBack(editor: Editor, effect: ValueEffect, path: string[]): void {
  const { file, before, after } = effect;
  if (path.length === 0 && before === undefined) editor.remove(file);
  else if (path.length === 0 && after === undefined) editor.add(file, before ?? null);
  else if (before === undefined) editor.take(file, path);
  else editor.put(file, path, before, after === undefined ? behindNow(editor, effect, path) : undefined);
}

function undoName(editor: Editor, effect: LeafEffect & { type: 'name' }, path: string[]): void {
  const now = [...path.slice(0, -1), effect.after];
  if (editor.value(effect.file, now) === undefined) throw touched(effect);
  editor.rename(effect.file, now, effect.before);
}

/** Behind which key it goes: its old neighbour, else before the other one, else last. */
function behindNow(
  editor: Editor,
  { file, neighbours }: ValueEffect,
  path: string[],
): string | null | undefined {
  if (!neighbours) return undefined;
  const keys = (childrenOf(editor.value(file, path.slice(0, -1))) ?? []).map(([key]) => key);
  const { behind, ahead } = neighbours;
  if (behind !== null && keys.includes(behind)) return behind;
  if (ahead !== null && keys.includes(ahead)) return keys[keys.indexOf(ahead) - 1] ?? null;
  return behind === null ? null : undefined;
}

function undoOrder(editor: Editor, effect: LeafEffect & { type: 'order' }, path: string[]): void {
  if (!childrenOf(editor.value(effect.file, path))) throw touched(effect);
  editor.order(effect.file, path, effect.before);
}

function undoSpan(editor: Editor, effect: LeafEffect & { type: 'span' }): void {
  const text = String(editor.value(effect.file) ?? '');
  const { file, before, after, left, right } = effect;
  const at = findSpan(text, { before: after, left, right });
  if (at === undefined) throw touched(effect);
  editor.respan(file, at, at + after.length, before);
}

const isSame = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const touched = ({ file, at }: LeafEffect): ChangeRefused => new ChangeRefused('touched', { at }, file, at);
