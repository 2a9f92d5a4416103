/** Focus management: menus and dialogs that work by keyboard and return the focus. */
export { ActionMenu } from './ActionMenu.tsx';
export { useFocusAfter } from './useFocusAfter.ts';
export { useReturnFocus } from './useReturnFocus.ts';
