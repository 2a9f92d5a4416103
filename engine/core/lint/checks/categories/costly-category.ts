import { columnsOf, limits } from '#core/form/index.ts';
import { pointer } from '#core/json/index.ts';
import type { SectionDefinition } from '#core/model/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';

/** Rules and conditions that a form may have, and how often they may be asked where every table is full. */
const MOST_LOGICS = 2_000;
const MOST_ASKED = 20_000;

/** A form with so many rules and conditions that to go through them, each of them quick, takes too long. */
export const costlyCategory: Check = {
  code: 'costly-category',
  run: (context) =>
    context.definition.categories.flatMap((category, index) => {
      const at = pointer('categories', index);
      const counted = category.sections.map((section, position) =>
        logicsBelow(context, at + pointer('sections', position), timesOf(section, context)),
      );
      return findings(at, sum(counted.map(({ count }) => count)), sum(counted.map(({ asked }) => asked)));
    }),
};

function findings(at: string, count: number, asked: number): Finding[] {
  if (count > MOST_LOGICS) return [{ at, params: { count, most: MOST_LOGICS } }];
  if (asked <= MOST_ASKED) return [];
  return [{ at, sentence: 'costly-category.asked', params: { count: asked, most: MOST_ASKED } }];
}

function logicsBelow({ logics }: LintContext, at: string, times: number): { count: number; asked: number } {
  const count = logics.filter(({ pointer: place }) => place.startsWith(`${at}/`)).length;
  return { count, asked: count * times };
}

/** What stands in a table is asked once a row, what stands in a grid once a column. */
function timesOf(section: SectionDefinition, { definition }: LintContext): number {
  if (section.kind === 'table') return Math.min(section.schema?.maxItems ?? 1, limits.rows);
  return section.kind === 'grid' ? Math.max(1, columnsOf(section, definition.edition.cycle).length) : 1;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
