import { useMemo } from 'react';
import { compileEdition, inLanguage, interpretedValidators } from '#core/compile/index.ts';
import type { CompiledEdition } from '#core/model/index.ts';
import { useEditionSource } from '#renderer/api/index.ts';

/** The edition of one category, ready to say what an event asks for; undefined while it is fetched. */
export function useEdition(
  hash: string,
  category: string,
): { edition?: CompiledEdition | undefined; error: unknown } {
  const { data, error } = useEditionSource(hash, category);
  const edition = useMemo(() => {
    if (!data) return undefined;
    const { definition, language, hash: name } = data;
    const validators = interpretedValidators();
    return inLanguage(compileEdition(definition, { hash: name, validators }), language);
  }, [data]);
  return { edition, error };
}
