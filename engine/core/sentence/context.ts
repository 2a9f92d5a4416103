import type { Logic } from '#core/model/index.ts';
import type { SentenceWords } from './locales/index.ts';
import type { Node } from './nodes/node.ts';
import type { Phrase } from './phrase.ts';
import type { SentenceScope } from './scope.ts';

/** What the writers of operators are given besides the operands. */
export type Context = {
  scope: SentenceScope;
  words: SentenceWords;
  root: Node;
  /** Where `var` starts: the root, or the element inside an iteration. */
  at: Node;
  inside?: 'element' | 'reduce';
  /** Around an iteration: where its list stands. */
  outside?: Pick<Context, 'at' | 'inside' | 'outside'>;
  /** The named expressions that are being looked into. */
  open: readonly string[];
  /** As a value; a literal by the titles that values of `node` have. */
  term(logic: Logic | undefined, context: Context, node?: Node): Phrase;
  /** As a statement that holds or, denied, does not. */
  clause(logic: Logic | undefined, context: Context, denied: boolean): Phrase;
};
