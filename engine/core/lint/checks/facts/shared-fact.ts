import type { CategoryDefinition } from '#core/model/index.ts';
import type { FileKind } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';
import { type FactUse, factUses } from '../../fact-uses.ts';

/** What all categories share: there is one text and one limit for all of them. Of templates each has its own. */
const SHARED: ReadonlySet<FileKind> = new Set([
  ...(['programme', 'edition', 'route', 'codes', 'expression', 'sheet', 'roster'] as const),
]);

/** A category has another value of a fact, and something that all categories share says or limits by the edition's. */
export const sharedFact: Check = {
  code: 'shared-fact',
  run: ({ loaded, definition }) =>
    factUses(loaded).flatMap((use) => {
      const others = isShared(use) ? definition.categories.filter(({ facts = {} }) => use.id in facts) : [];
      return others.length === 0 ? [] : [findingOf(use, others)];
    }),
};

const isShared = ({ by, kind }: FactUse): boolean => (by === 'text' || by === 'limit') && SHARED.has(kind);

const findingOf = ({ id, at }: FactUse, others: CategoryDefinition[]): Finding => ({
  at,
  severity: 'warning',
  params: { id, categories: others.map(({ title }) => title) },
});
