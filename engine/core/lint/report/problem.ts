import type { DefinitionProblem, LoadedEdition, Logic, Origin } from '#core/model/index.ts';
import { scopeAt, sentence } from '#core/sentence/index.ts';
import type { LintContext } from '../context.ts';
import { lintWords, type SentenceKey } from '../locales/index.ts';
import type { Finding } from './finding.ts';
import { locationOf } from './location.ts';
import { hintFor, sentenceFor } from './words.ts';

/** A finding as a problem, in the programme's language. */
export function problemOf(
  code: string,
  { at, sentence: key = code as SentenceKey, params = {}, hint, severity = 'error' }: Finding,
  { loaded, logics }: Pick<LintContext, 'loaded' | 'logics'>,
): DefinitionProblem {
  const { locale } = loaded.definition.programme;
  const words = lintWords(locale);
  const origin: Origin = typeof at === 'string' ? loaded.locate(at) : at;
  const rule = typeof at === 'string' ? ruleAt(at, { loaded, logics }, locale) : undefined;
  return {
    code,
    ...origin,
    place: locationOf(origin, loaded, words),
    message: sentenceFor(key, params, words),
    params,
    severity,
    ...(hint === undefined ? {} : { hint: hintFor(hint, words) }),
    ...(rule === undefined ? {} : { rule }),
  };
}

/** The expression in which something stands, as a sentence; undefined where it stands in none that can be read. */
function ruleAt(at: string, { loaded, logics }: Pick<LintContext, 'loaded' | 'logics'>, locale: unknown) {
  const site = logics.find(({ pointer }) => at === pointer || at.startsWith(`${pointer}/`));
  if (!site || typeof site.logic !== 'object' || site.logic === null) return undefined;
  return saidOf(site.logic, loaded, site.pointer, String(locale));
}

function saidOf(logic: Logic, { definition }: LoadedEdition, at: string, locale: string): string | undefined {
  try {
    return sentence(logic, scopeAt(definition, at), locale);
  } catch {
    // Logic that is not well formed has no sentence: its own problem is told.
    return undefined;
  }
}
