import type { Json } from '#core/model/index.ts';
import { ChangeRefused } from '../../../refused.ts';
import { tokensOf } from '../template.ts';
import type { Acting } from './insertions.ts';

type Edit = { start: number; end: number; text: string };
type Call = { start: number; end: number; inside: string };
/** A block of Handlebars in a template, also within a tag. */
type Block = { open: Call; name: string; operand: string; otherwise?: Call; close: Call };

/** The styles that settings of a template are the values of, each with the first setting that is. */
export function settingStyles(template: string): (Acting & { setting: string })[] {
  const found = [
    ...template.matchAll(/(?<![\w-])([a-z-]+)\s*:\s*\{\{(?:\.\.\/)*settings\.(\w+)\}\}([a-z%]*)/g),
  ];
  const styles = found.map(([, property = '', setting = '', unit = '']) => ({ property, setting, unit }));
  return styles.filter(
    ({ property, unit }, index) =>
      styles.findIndex((one) => one.property === property && one.unit === unit) === index,
  );
}

/**
 * What has to be replaced in a template so that it no longer reads a setting, and prints what it prints with this value.
 * Throws ChangeRefused where it reads it in another way than as a value, in a condition or for repeating.
 */
export function withoutSetting(template: string, setting: string, value: Json | undefined): Edit[] {
  const isRead = (text: string): boolean =>
    new RegExp(`(^|[^\\w.])(\\.\\./)*settings\\.${setting}(?![\\w.])`).test(text);
  const isAlone = (text: string): boolean => new RegExp(`^(\\.\\./)*settings\\.${setting}$`).test(text);
  const calls = callsOf(template);
  const blocks = blocksAmong(calls);
  const edits = calls.flatMap((call): Edit[] => {
    if (!isRead(call.inside)) return [];
    const block = blocks.find(({ open }) => open === call);
    if (block && isAlone(block.operand)) return ofBlock(template, block, value);
    if (!block && isAlone(call.inside)) return [{ ...stretchOf(call), text: String(value ?? '') }];
    throw new ChangeRefused('setting-read', { setting, at: template.slice(call.start, call.end) });
  });
  return edits.filter((edit) => !edits.some((other) => other !== edit && isWithin(edit, other)));
}

const stretchOf = ({ start, end }: Call) => ({ start, end });
const isWithin = (inner: Edit, outer: Edit): boolean => inner.start >= outer.start && inner.end <= outer.end;

function callsOf(template: string): Call[] {
  return tokensOf(template)
    .filter(({ type, text }) => type === 'call' && !text.startsWith('{{!'))
    .map(({ start, end, text }) => ({
      start,
      end,
      inside: text.replace(/^\{\{~?\s*/, '').replace(/\s*~?\}\}$/, ''),
    }));
}

function blocksAmong(calls: readonly Call[]): Block[] {
  const open: { open: Call; otherwise?: Call }[] = [];
  return calls.flatMap((call): Block[] => {
    if (call.inside.startsWith('#')) open.push({ open: call });
    const last = open.at(-1);
    if (call.inside === 'else' && last) last.otherwise = call;
    if (!call.inside.startsWith('/') || !last) return [];
    open.pop();
    const [, name = '', operand = ''] = /^#\s*(\S+)\s*(.*)$/s.exec(last.open.inside) ?? [];
    return [{ ...last, name, operand: operand.trim(), close: call }];
  });
}

function ofBlock(template: string, block: Block, value: Json | undefined): Edit[] {
  const { name, open, otherwise, close } = block;
  if (name === 'repeat' && Number(value ?? 0) > 0)
    return [{ ...stretchOf(open), text: `{{#repeat ${Number(value)}}}` }];
  if (name === 'repeat') return [lineOf(template, { start: open.start, end: close.end })];
  const isFirst =
    (name === 'if') ===
    (value !== undefined && value !== null && value !== false && value !== 0 && value !== '');
  const kept = isFirst
    ? { start: open.end, end: (otherwise ?? close).start }
    : { start: otherwise?.end ?? close.start, end: close.start };
  return [
    { start: open.start, end: kept.start, text: '' },
    { start: kept.end, end: close.end, text: '' },
  ];
}

/** With the line that it stands on alone. */
function lineOf(template: string, { start, end }: { start: number; end: number }): Edit {
  const before = /\n[ \t]*$/.exec(template.slice(0, start))?.[0] ?? '';
  const isAlone = before !== '' && /^[ \t]*(\n|$)/.test(template.slice(end));
  return { start: isAlone ? start - before.length : start, end, text: '' };
}
