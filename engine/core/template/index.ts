export { withLines, withLinesMarked } from './lines.ts';
export { renderTemplate } from './render-template.ts';
