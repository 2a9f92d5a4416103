import { ChangeRefused } from '../../../refused.ts';
import { partsOfTemplate, type TemplatePart, wholeOf } from '../parts.ts';
import { cellsOf, spanOf, type TableLines, tablesOf } from '../printed-tables.ts';
import { tokensOf } from '../template.ts';

/** What a setting does on the page: it is the value of a style, or how many empty rows a table has. */
export type Acting = { property?: string; unit?: string };

/** Where something is written into a template. */
type Insertion = { at: number; text: string };

type Stretch = { start: number; end: number };
type Named = { setting: string; isAlwaysSet: boolean };

/**
 * What is written into a template so that a setting acts on a stretch of it. Throws ChangeRefused where another setting
 * does so already, or where there is nothing to act on.
 */
export function insertions(
  template: string,
  { start, end }: Stretch,
  acting: Acting,
  named: Named,
): Insertion[] {
  const inside = (part: Stretch): boolean => part.start >= start && part.end <= end;
  const parts = partsOfTemplate(template) ?? [];
  const found =
    acting.property === undefined
      ? rowsIn(template, parts, inside, named)
      : outermost(parts.flatMap(wholeOf).filter(inside)).map((part) =>
          styleOf(parts, part, acting.property ?? '', { ...named, unit: acting.unit ?? '' }),
        );
  if (found.length === 0) throw new ChangeRefused('no-room', { setting: named.setting });
  return found;
}

/** Elements that stand in no other. */
const outermost = (all: TemplatePart[]): TemplatePart[] =>
  all
    .filter(({ type, name }) => type === 'element' && name !== '')
    .filter(
      (part, _, elements) =>
        !elements.some((one) => one !== part && one.start < part.start && one.end >= part.end),
    );

/** As the setting is read here: names begin at the element of the blocks around. */
function readAt(parts: readonly TemplatePart[], at: number, setting: string): string {
  const enclosing = parts
    .flatMap(wholeOf)
    .filter(({ inner }) => inner.start <= at && at <= inner.end && inner.end > inner.start);
  const steps = enclosing.filter(
    ({ type, name }) => type === 'block' && (name === 'each' || name === 'with'),
  );
  return `${'../'.repeat(steps.length)}settings.${setting}`;
}

function styleOf(
  parts: readonly TemplatePart[],
  { start, head, name }: TemplatePart,
  property: string,
  { setting, isAlwaysSet, unit }: Named & { unit: string },
): Insertion {
  const other = new RegExp(`(?<![\\w-])${property}\\s*:\\s*\\{\\{(?:\\.\\./)*settings\\.(\\w+)`).exec(
    head,
  )?.[1];
  if (other !== undefined) throw new ChangeRefused('setting-there', { setting: other });
  const read = readAt(parts, start, setting);
  const own = `${property}:{{${read}}}${unit}`;
  const text = isAlwaysSet ? own : `{{#if ${read}}}${own}{{/if}}`;
  const style = endOfStyle(head);
  if (style === null) return { at: start + 1 + name.length, text: ` style="${text}"` };
  return { at: start + style.end, text: style.isParted ? text : `;${text}` };
}

const STYLE = /\sstyle="/;

/** Where the style of a tag ends, and whether something may follow there; null: it has none. Throws ChangeRefused where it is written otherwise. */
function endOfStyle(head: string): { end: number; isParted: boolean } | null {
  const tags = tokensOf(head).filter(({ type }) => type !== 'call');
  const first = tags.findIndex(({ text }) => STYLE.test(text));
  if (first < 0 && !tags.some(({ text }) => /\sstyle\s*=/.test(text))) return null;
  const ends = tags.slice(Math.max(first, 0)).flatMap(({ start, text }, index) => {
    const from = index === 0 ? text.search(STYLE) + ' style="'.length : 0;
    const end = text.indexOf('"', from);
    return end < 0 ? [] : [start + end];
  });
  const [end] = ends;
  if (first < 0 || end === undefined) throw new ChangeRefused('no-room', { setting: 'style' });
  return { end, isParted: /(^|;|")\s*$/.test(head.slice(0, end)) };
}

/** Empty rows behind those of the first table that prints a row for each record. */
function rowsIn(
  template: string,
  parts: readonly TemplatePart[],
  inside: (part: Stretch) => boolean,
  { setting }: Named,
): Insertion[] {
  const lines = tablesOf(template).find((table) => inside(table.lines.record))?.lines;
  const each = lines && eachAround(parts, lines);
  if (!lines || !each) return [];
  const [blank] = lines.blank;
  const other = blank && /settings\.(\w+)/.exec(headAround(parts, blank))?.[1];
  if (other !== undefined) throw new ChangeRefused('setting-there', { setting: other });
  const cells = cellsOf(lines.record).map((cell) =>
    spanOf(cell) > 1 ? `<td colspan="${spanOf(cell)}"></td>` : '<td></td>',
  );
  const indent = /\n[ \t]*$/.exec(template.slice(0, each.start))?.[0] ?? '';
  const read = readAt(parts, each.start, setting);
  return [{ at: each.end, text: `${indent}{{#repeat ${read}}}<tr>${cells.join('')}</tr>{{/repeat}}` }];
}

const blocksAround = (parts: readonly TemplatePart[], { start, end }: Stretch): TemplatePart[] =>
  parts.flatMap(wholeOf).filter((part) => part.type === 'block' && part.start < start && part.end > end);

const eachAround = (parts: readonly TemplatePart[], { record }: TableLines): TemplatePart | undefined =>
  blocksAround(parts, record)
    .filter(({ name }) => name === 'each')
    .at(-1);

const headAround = (parts: readonly TemplatePart[], line: TemplatePart): string =>
  blocksAround(parts, line).at(-1)?.head ?? '';
