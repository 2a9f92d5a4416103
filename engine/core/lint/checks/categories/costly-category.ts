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
  run: (context) => {
    const counts = logicsBySection(context);
    return context.definition.categories.flatMap((category, index) => {
      const at = pointer('categories', index);
      const counted = category.sections.map((section, position) => {
        const count = counts.get(at + pointer('sections', position)) ?? 0;
        return { count, asked: count * timesOf(section, context) };
      });
      return findings(at, sum(counted.map(({ count }) => count)), sum(counted.map(({ asked }) => asked)));
    });
  },
};

function findings(at: string, count: number, asked: number): Finding[] {
  if (count > MOST_LOGICS) return [{ at, params: { count, most: MOST_LOGICS } }];
  if (asked <= MOST_ASKED) return [];
  return [{ at, sentence: 'costly-category.asked', params: { count: asked, most: MOST_ASKED } }];
}

/** How many expressions stand in each section of each category, by the section's pointer. */
function logicsBySection({ logics }: LintContext): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { pointer: at } of logics) {
    const section = /^\/categories\/\d+\/sections\/\d+(?=\/)/.exec(at)?.[0];
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return counts;
}

/** What stands in a table is asked once a row, what stands in a grid once a column. */
function timesOf(section: SectionDefinition, { definition }: LintContext): number {
  if (section.kind === 'table') return Math.min(section.schema?.maxItems ?? 1, limits.rows);
  return section.kind === 'grid' ? Math.max(1, columnsOf(section, definition.edition.cycle).length) : 1;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
