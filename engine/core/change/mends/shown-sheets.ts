import type { CaseDefinition, CompiledEdition, LoadedEdition } from '#core/model/index.ts';
import { openCase, sheetTexts } from '#core/validate/index.ts';

type Opened = { edition: CompiledEdition; example: CaseDefinition; loaded: LoadedEdition };

/** What sheets show now of the texts that were expected of them. */
export function sheetsNow(was: Opened, is: Opened): CaseDefinition['expects']['sheets'] {
  const { sheets } = is.example.expects;
  if (!sheets) return undefined;
  const viewOf = ({ edition, example, loaded }: Opened, sheet: string) => {
    const { application, facts } = openCase(edition, example, loaded.definition.cases);
    return sheetTexts(edition, application, facts, sheet);
  };
  return Object.fromEntries(
    Object.entries(sheets).map(([sheet, expected]) => [
      sheet,
      shownNow(expected, viewOf(was, sheet), viewOf(is, sheet)),
    ]),
  );
}

/** What a sheet's template is given, as nested texts. */
type Shown = unknown;
type Shows = { shows?: string[]; omits?: string[] };

/** The same expectation of a sheet where texts that it shows are others: each by where it stood. */
function shownNow(expected: Shows, was: Shown, is: Shown): Shows {
  const pairs = textPairs(was, is);
  const now = pairs.map(([, text]) => text).join('\n');
  return {
    ...expected,
    ...(expected.shows && {
      shows: expected.shows.map((part) =>
        now.includes(part) ? part : (pairs.find(([before]) => before.includes(part))?.[1] ?? part),
      ),
    }),
  };
}

/** Texts by where they stand in both. */
function textPairs(was: Shown, is: Shown): [before: string, after: string][] {
  if (typeof is === 'string') return [[typeof was === 'string' ? was : '', is]];
  if (is === null || typeof is !== 'object') return [];
  const before = was !== null && typeof was === 'object' ? (was as { [key: string]: unknown }) : {};
  return Object.entries(is).flatMap(([key, value]) => textPairs(before[key], value));
}
