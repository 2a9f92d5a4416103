import type { App, DrawerProps, ModalProps } from 'antd';
import { createContext, useContext } from 'react';
import { later } from './later.tsx';

const [Dialog, fetchDialog] = later<ModalProps>(() => import('./modal.ts'));
const [Sheet, fetchSheet] = later<DrawerProps>(() => import('./drawer.ts'));

/** A dialog of the theme, and a sheet that comes in from the side: fetched when the first one opens. */
export { Dialog, Sheet };

/** Fetches both before anybody asks for them. */
export const fetchDialogs = (): Promise<unknown> => Promise.all([fetchDialog(), fetchSheet()]);

/** What stands over the page for a while: messages, and questions before something is done. */
export type Popups = Pick<ReturnType<typeof App.useApp>, 'message' | 'modal'>;
/** Does something with them, at once or as soon as they are there. */
export type ShowPopup = (show: (popups: Popups) => void) => void;

/** What the shell of the page shows popups with. */
export const PopupContext = createContext<ShowPopup | null>(null);

/** Shows messages and asks questions over the page. Throws outside of every shell. */
export function usePopups(): ShowPopup {
  const show = useContext(PopupContext);
  if (!show) throw new Error('usePopups stands outside of the shell that shows popups');
  return show;
}
