import type { TemplateFault } from '../fault.ts';
import { type MarkupState, TEXT_STATE } from './state.ts';

/** A place in a template. */
export type Spot = { line: number; column: number };

type Refusal =
  | 'tag'
  | 'unquoted'
  | 'attribute'
  | 'style'
  | 'blank'
  | 'comment'
  | 'output'
  | 'branches'
  | 'loop'
  | 'unfinished';

/** Reads the markup of a template from its beginning to its end, block by block. */
export type MarkupReader = {
  state: MarkupState;
  /** The value of the attribute so far, of all branches. */
  value: string;
  /** Tags that have been refused: once is enough, and their attributes are not asked for. */
  refused: Set<string>;
  report: (fault: TemplateFault) => void;
};

/** Something that is printed where the page has its structure, and nothing of it in quotation marks. */
export function refuseHere(reader: MarkupReader, spot: Spot): void {
  const { at, tag } = reader.state;
  if (at === 'comment' || at === 'declaration') {
    refuse(reader, 'comment', spot, { comment: '{{!-- … --}}' });
    return;
  }
  if (at === 'opening') {
    reader.state = TEXT_STATE;
    refuse(reader, 'tag', spot, { tag: '{{…}}' });
    return;
  }
  if (at === 'equals') reader.state = { ...reader.state, at: 'bare' };
  if (!reader.refused.has(nameOf(tag))) refuse(reader, 'unquoted', spot, { tag: nameOf(tag) });
}

/** The name of a tag, whether it begins or ends an element; of a declaration its first word. */
export const nameOf = (tag: string): string => tag.replace(/^\//, '').replace(/\s.*$/s, '');

/** Reports what a sheet may not have. */
export function refuse(
  reader: MarkupReader,
  sentence: Refusal,
  { line, column }: Spot,
  params: Record<string, string> = {},
): void {
  reader.report({
    code: 'template-refused',
    sentence: `template-refused.${sentence}`,
    params: { line, column, ...params },
  });
}
