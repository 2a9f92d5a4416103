/** Where the focus goes: menus and dialogs that work by key, and give it back. */
export { ActionMenu } from './ActionMenu.tsx';
export { useReturnFocus } from './useReturnFocus.ts';
