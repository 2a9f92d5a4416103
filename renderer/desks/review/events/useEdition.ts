import { useMemo } from 'react';
import { compileEdition, inLanguage } from '#core/compile/index.ts';
import { moduleValidators, requireRuntime } from '#core/compile/module.ts';
import type { CompiledEdition } from '#core/model/index.ts';
import { useEditionSource } from '#renderer/api/index.ts';

type ValidatorModule = {
  default: (require: typeof requireRuntime) => Parameters<typeof moduleValidators>[0];
};

/** The edition of one category, ready to say what an event asks for; undefined while it is fetched. */
export function useEdition(
  hash: string,
  category: string,
): { edition?: CompiledEdition | undefined; error: unknown } {
  const { data, error } = useEditionSource(hash, category);
  const edition = useMemo(() => {
    if (!data) return undefined;
    const { definition, language, hash: name } = data.view;
    const module = data.validators as ValidatorModule;
    const validators = moduleValidators(module.default(requireRuntime));
    return inLanguage(compileEdition(definition, { hash: name, validators }), language);
  }, [data]);
  return { edition, error };
}
