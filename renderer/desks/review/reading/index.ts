export { ReaderProvider } from './context.tsx';
export { inReadingOrder } from './order.ts';
export { Contents, Reading } from './Reading.tsx';
export { RowText } from './RowText.tsx';
