import { createContext, useContext, useMemo } from 'react';
import { type Readable, readables } from '#core/builder/index.ts';
import type { ExpressionDefinition } from '#core/model/index.ts';
import type { SentenceScope } from '#core/sentence/index.ts';
import { useLocale } from '#renderer/locales/index.ts';

type Builder = {
  scope: SentenceScope;
  locale: string;
  sources: Readable[];
  expressions: ExpressionDefinition[];
};

export const BuilderContext = createContext<Builder | null>(null);

/** What conditions may name where they stand. Throws outside of a rule that is edited: that is a fault of the program. */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('A condition stands outside of BuilderContext');
  return builder;
}

export function useBuilderFor(scope: SentenceScope): Builder {
  const locale = useLocale();
  return useMemo(
    () => ({
      scope,
      locale,
      sources: readables(scope, locale),
      expressions: scope.definition.expressions,
    }),
    [scope, locale],
  );
}
