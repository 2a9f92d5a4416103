import { asObject } from '#core/json/index.ts';
import type { Memory } from '#core/memory/index.ts';
import type { Definition, Json } from '#core/model/index.ts';
import type { Traced } from '../traced.ts';
import { textsOfLocale } from './locale-texts.ts';
import { namedIn } from './named.ts';
import { readingsOf } from './readings.ts';
import { templatesIn, templatesOfLocale } from './templates.ts';
import { withResolved } from './with-resolved.ts';

/**
 * Writes facts out wherever they are named, by category: in limits as numbers, in texts and templates as people read
 * them, in every language of the definition. What comes after reads no names but in logic (`cycle.facts`); a limit leads
 * back to its fact.
 */
export function resolveFacts(root: Traced, memory: Memory): Traced {
  const { value } = root;
  const definition = value as unknown as Definition;
  const readings = readingsOf(definition);
  const resolved = [
    ...namedIn(written(value), readings),
    ...templatesIn(definition, readings),
    ...(definition.locales ?? []).flatMap((locale, index) => {
      const inLanguage = readingsOf(definition, locale.id);
      const at = `/locales/${index}/texts`;
      return [
        ...textsOfLocale(locale, at, inLanguage, definition.categories),
        ...templatesOfLocale(definition, index, inLanguage),
      ];
    }),
  ];
  return withResolved(root, resolved, memory);
}

/** The parts in which facts are named. */
function written(value: Json): Json {
  const { cases: _cases, demo: _demo, locales: _locales, ...rest } = asObject(value);
  return rest;
}
