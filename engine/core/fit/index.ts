export { ADVANCES } from './advances.ts';
export type { FittedSheet } from './content.ts';
export { type Fit, fitSheet, isFitted, measureFit } from './fit-sheet.ts';
export { BLOCK_CLASS, CELL_PADDING, columnsHeight } from './layout.ts';
export { lineHeightOf } from './measure.ts';
export { marginsOf, type Paper, paperWidth, sizeOf } from './paper.ts';
export { presetsOf } from './presets.ts';
