import type { Check } from '../../context.ts';
import { codeSuccessor } from './code-successor.ts';
import { codeValidity } from './code-validity.ts';
import { duplicateCode } from './duplicate-code.ts';
import { loneAttribute } from './lone-attribute.ts';

/** Code lists. One check a file, one line here. */
export const codes: Check[] = [duplicateCode, codeValidity, codeSuccessor, loneAttribute];
