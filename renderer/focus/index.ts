/** Focus management: menus and dialogs that work by keyboard and return the focus. */
export { ActionMenu } from './ActionMenu.tsx';
export { useReturnFocus } from './useReturnFocus.ts';
