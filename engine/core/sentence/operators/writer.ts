import type { Logic } from '#core/model/index.ts';
import type { Context } from '../context.ts';
import type { Phrase } from '../phrase.ts';

/** The phrase of one operator with its operands. A statement can be `denied`; a value never is. */
export type Writer = (args: readonly Logic[], context: Context, denied: boolean) => Phrase;

/** The operators of a group, by name. */
export type Writers = Readonly<Record<string, Writer>>;
