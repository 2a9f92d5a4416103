import { at, primary, text } from '../columns.ts';
import { table } from '../table.ts';
import type { Spent } from '../types.ts';

export const spentTable = table<Spent>('spent', { key: primary(text(64)), until: at() });
