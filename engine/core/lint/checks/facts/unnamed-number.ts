import { readPaths } from '#core/compile/index.ts';
import { factText, namedFact } from '#core/facts/index.ts';
import { isObject, type Json } from '#core/json/index.ts';
import type { NamedFact, SourceFile } from '#core/model/index.ts';
import { textsOfFile } from '#core/translate/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';
import { factUses } from '../../fact-uses.ts';

/** A described number, and how a text writes it: the number, and its unit behind it. */
type Written = { id: string; fact: NamedFact; pattern: RegExp };

/**
 * A number with its unit that stands in a text, and is a fact that the same file limits or decides by: where the fact
 * changes, the text would not. A note: it may be another number that happens to be the same.
 */
export const unnamedNumber: Check = {
  code: 'unnamed-number',
  run: (context) => {
    const written = writtenNumbers(context);
    if (written.length === 0) return [];
    const everywhere = idsIn(context, ({ kind }) => kind === 'edition');
    const expressions = readByExpressions(context);
    return context.loaded.files.filter(hasNumbers).flatMap((file) => {
      const near = new Set([
        ...everywhere,
        ...idsIn(context, ({ at }) => at.file === file.path),
        ...usedIn(file.json ?? null).flatMap((name) => expressions.get(name) ?? []),
      ]);
      return inFile(
        file,
        written.filter(({ id }) => near.has(id)),
      );
    });
  },
};

const hasNumbers = (file: SourceFile): boolean => textsOfFile(file).some(({ text }) => /\d/.test(text));

function writtenNumbers({ definition: { edition, codes, programme } }: LintContext): Written[] {
  return Object.entries(edition.facts ?? {}).flatMap(([id, described]) => {
    const fact = namedFact(described);
    if (typeof fact?.value !== 'number' || fact.unit === undefined) return [];
    const number = factText(fact.value, { ...fact, text: undefined }, { locale: programme.locale, codes });
    return [{ id, fact, pattern: patternOf(number, fact.unit) }];
  });
}

/** Not inside a longer number or word, and not where it only counts on: 第5年 is no length of time. */
function patternOf(number: string, unit: string): RegExp {
  const [digits, word] = [number, unit].map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\d.,第])${digits}\\s?${word}(?![A-Za-z])`);
}

/** The facts by which something is limited or decided there. */
function idsIn(
  { loaded }: LintContext,
  where: (use: ReturnType<typeof factUses>[number]) => boolean,
): string[] {
  return factUses(loaded).flatMap((use) =>
    (use.by === 'limit' || use.by === 'logic') && where(use) ? [use.id] : [],
  );
}

/** The facts that named expressions read, by their ids. */
function readByExpressions({ definition }: LintContext): Map<string, string[]> {
  const byId = Object.fromEntries(definition.expressions.map((expression) => [expression.id, expression]));
  return new Map(
    definition.expressions.map(({ id, logic }) => [
      id,
      readPaths(logic, byId).flatMap((path) =>
        path.startsWith('cycle.facts.') ? [path.split('.')[2] ?? ''] : [],
      ),
    ]),
  );
}

/** The named expressions that a file uses. */
function usedIn(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const name = isObject(value) ? [value.use ?? null].flat()[0] : undefined;
  return [...(typeof name === 'string' ? [name] : []), ...Object.values(value).flatMap(usedIn)];
}

function inFile(file: SourceFile, near: Written[]): Finding[] {
  if (near.length === 0) return [];
  return textsOfFile(file).flatMap(({ from, text }) =>
    near.flatMap(({ id, fact, pattern }): Finding[] => {
      const found = pattern.exec(text)?.[0];
      return found === undefined
        ? []
        : [
            {
              at: { file: file.path, pointer: from },
              severity: 'note',
              params: { found, title: fact.title },
              hint: { sentence: 'fact', params: { id } },
            },
          ];
    }),
  );
}
