/** What stands over the page: dialogs, sheets, messages and questions. Fetched when needed, or a while after the page. */
export { Dialog, Sheet, usePopups } from './dialogs.tsx';
export { PopupProvider } from './PopupProvider.tsx';
