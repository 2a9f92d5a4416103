/** What stands over the page: dialogs, sheets, messages and questions. Fetched when somebody begins to work. */
export { Dialog, Sheet, usePopups } from './dialogs.tsx';
export { PopupProvider } from './PopupProvider.tsx';
