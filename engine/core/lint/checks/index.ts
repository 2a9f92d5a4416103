import type { Check } from '../context.ts';
import { categories } from './categories/index.ts';
import { codes } from './codes/index.ts';
import { examples } from './examples/index.ts';
import { costlyExpression } from './expressions/costly-expression.ts';
import { expressions } from './expressions/index.ts';
import { facts } from './facts/index.ts';
import { fields } from './fields/index.ts';
import { files } from './files/index.ts';
import { languages } from './languages/index.ts';
import { machine } from './machine/index.ts';
import { programme } from './programme/index.ts';
import { routes } from './routes/index.ts';
import { sections } from './sections/index.ts';
import { sheets } from './sheets/index.ts';

/** Checks of how the parts refer to one another. */
const meaning: Check[] = [
  ...expressions,
  ...facts,
  ...fields,
  ...sections,
  ...categories,
  ...codes,
  ...programme,
  ...routes,
  ...machine,
  ...sheets,
  ...examples,
  ...languages,
];

/** Every check, a room by what is checked. The files come first: where they are broken, their meaning is not asked. */
export const checks = { shapes: [...files, costlyExpression], meaning };
