export { type Task, TaskDialog } from './TaskDialog.tsx';
