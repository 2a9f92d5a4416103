import type { Check } from '../../context.ts';
import { caseNamesNothing } from './case-names-nothing.ts';
import { demoMisplaced } from './demo-misplaced.ts';
import { demoNamesNothing } from './demo-names-nothing.ts';

/** Examples and the demonstration. One check a file, one line here. */
export const examples: Check[] = [caseNamesNothing, demoNamesNothing, demoMisplaced];
