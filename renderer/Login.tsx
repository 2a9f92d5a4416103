/** The login, which whoever is logged in does not need. */
export { LoginPage as default } from '#renderer/desks/login/index.ts';
