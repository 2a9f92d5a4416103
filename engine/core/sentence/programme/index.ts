import type { Definition } from '#core/model/index.ts';
import { sentenceWords } from '../locales/index.ts';
import type { SentenceScope } from '../scope.ts';
import { decides, gives } from '../statement.ts';
import { readForms } from './forms.ts';
import { readRoster, readSheets } from './outputs.ts';
import { quoted, type Reader, type ReadPart, ruleOf } from './part.ts';
import { readRoute } from './routes.ts';

export type { ReadPart, ReadRule } from './part.ts';

/** Every rule of an edition as a sentence, under the headings of what it is about, with the clause that it comes from. */
export function readProgramme(definition: Definition, locale: string): ReadPart[] {
  const reader: Reader = { definition, locale, words: sentenceWords(locale) };
  return [
    readKinds(reader),
    ...readForms(reader),
    ...definition.routes.map((route) => readRoute(route, reader)),
    readSheets(reader),
    ...definition.rosters.map((roster) => readRoster(roster, reader)),
    readExpressions(reader),
  ].filter(({ rules }) => rules.length > 0);
}

/** From which organisations people apply. */
function readKinds(reader: Reader): ReadPart {
  const { definition, locale, words } = reader;
  const scope: SentenceScope = { definition, candidate: true };
  const rules = definition.programme.organisationKinds.flatMap(({ applies, title, source }) =>
    applies === undefined || typeof applies === 'boolean'
      ? []
      : [ruleOf(decides('applies', quoted(title, reader), applies, scope, locale), source)],
  );
  return { title: words.reading.kinds, rules };
}

function readExpressions(reader: Reader): ReadPart {
  const { definition, locale, words } = reader;
  const rules = definition.expressions.map(({ title, logic, source }) =>
    ruleOf(gives('value', quoted(title, reader), logic, { definition }, locale), source),
  );
  return { title: words.reading.expressions, rules };
}
