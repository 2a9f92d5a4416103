import type { OperatorContext } from '../operator.ts';
import { payText } from '../paying.ts';

const PAIRED = /[\ud800-\udfff]/;

/**
 * A text by its characters: the text itself where each is one unit, else a list of them. Both are cut and counted in
 * the same way.
 */
export function charactersOf(text: string, context: OperatorContext): string | string[] {
  payText(text, context);
  if (!PAIRED.test(text)) return text;
  context.spend(text.length);
  return [...text];
}
