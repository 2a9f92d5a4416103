export { ExportButtons } from './ExportButtons.tsx';
export { ExportsProvider } from './exports.tsx';
