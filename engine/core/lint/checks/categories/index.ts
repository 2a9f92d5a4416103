import type { Check } from '../../context.ts';
import { completePage } from './complete-page.ts';
import { costlyCategory } from './costly-category.ts';
import { duplicateId } from './duplicate-id.ts';
import { incompleteCategory } from './incomplete-category.ts';
import { limitShape } from './limit-shape.ts';
import { menuPage } from './menu-page.ts';
import { overlayNamesNothing } from './overlay-names-nothing.ts';
import { shadowedPage } from './shadowed-page.ts';
import { summaryNamesNothing } from './summary-names-nothing.ts';
import { unknownRoute } from './unknown-route.ts';
import { unknownSheet } from './unknown-sheet.ts';
import { unusedFile } from './unused-file.ts';

/** Categories: what they name, overlay and leave unused. One check a file, one line here. */
export const categories: Check[] = [
  costlyCategory,
  incompleteCategory,
  unknownRoute,
  unknownSheet,
  overlayNamesNothing,
  menuPage,
  shadowedPage,
  completePage,
  summaryNamesNothing,
  limitShape,
  duplicateId,
  unusedFile,
];
