import type { codes as pattern } from '../zh-CN/codes.ts';

/** What is wrong with code lists. */
export const codes: typeof pattern = {
  'code-successor': 'There is no entry "{successor}" to succeed this one',
  'code-successor.circle': '"{code}" succeeds itself in the end',
  'code-successor.later': '"{successor}" is not valid any later than this entry',
  'code-validity': 'This entry ends ({to}) before it begins ({from})',
  'code-validity.none': 'No entry is valid on {asOf}',
  'duplicate-code': 'Code "{code}" stands in this list already',
  'lone-attribute': 'Only this entry has "{attribute}"',
};
