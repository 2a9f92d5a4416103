import { interpolate, isObject } from '#core/json/index.ts';
import type { CompiledSection, Json } from '#core/model/index.ts';
import { type RareCharacter, rareCharacters } from '#core/text/index.ts';
import type { ProblemWords } from '../locales/index.ts';
import { fieldOf } from '../location.ts';
import type { Finding, Report } from '../report.ts';
import { holdsUncommon, searchOf } from './search.ts';

/** The most characters that one sentence names. */
const MOST_NAMED = 5;

/**
 * Private-use characters, which mean nothing to anybody else, keep an answer from being handed in; one that none of
 * the faces of prints has is only warned of, as somebody's name may be written with it. What is computed is told of
 * where it comes from. `accepted`: the section's schema has accepted the value.
 */
export function checkingCharacters(
  section: CompiledSection,
): (value: Json, accepted: boolean, report: Report, words: ProblemWords) => void {
  const search = searchOf(section.schema);
  return (value, accepted, report, words) => {
    if ((accepted ? search : holdsUncommon)(value)) findIn(section, value, report, words);
  };
}

function findIn(section: CompiledSection, value: Json, report: Report, words: ProblemWords): void {
  eachText(value, [], (text, segments) => {
    const found = rareCharacters(text);
    if (found.length === 0 || fieldOf(section, segments)?.derive !== undefined) return;
    for (const finding of findingsOf(found, words)) report.add({ section, value, segments, ...finding });
  });
}

function eachText(value: Json, at: string[], visit: (text: string, segments: string[]) => void): void {
  if (typeof value === 'string') visit(value, at);
  else if (Array.isArray(value) || isObject(value))
    for (const [key, part] of Object.entries(value)) eachText(part, [...at, key], visit);
}

type CharacterFinding = Pick<Finding, 'code' | 'params' | 'severity'>;

function findingsOf(found: RareCharacter[], words: ProblemWords): CharacterFinding[] {
  const ofCode = (code: string, isPrivate: boolean, severity: 'block' | 'warn'): CharacterFinding[] => {
    const named = found.filter((one) => one.isPrivate === isPrivate);
    return named.length === 0 ? [] : [{ code, severity, params: { characters: listed(named, words) } }];
  };
  return [...ofCode('private-use', true, 'block'), ...ofCode('unprintable', false, 'warn')];
}

/** Each with its code point and, where it is known, what is written in its place today. */
function listed(found: RareCharacter[], { characters }: ProblemWords): string {
  const named = found.slice(0, MOST_NAMED).map(({ character, standard }) =>
    interpolate(standard === undefined ? characters.one : characters.moved, {
      character,
      code: codeOf(character),
      standard: standard ?? '',
      standardCode: codeOf(standard ?? ''),
    }),
  );
  return named.join(characters.separator) + (found.length > MOST_NAMED ? characters.more : '');
}

function codeOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
