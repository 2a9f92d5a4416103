/** Registrations in the browser, as the demonstration of a programme tells them. */
export { playRegistrations } from './play.ts';
export { accountForm, type Registrant, registrants } from './registrants.ts';
export { Registrar } from './registrar.ts';
export { logIn, shoot, sound } from './screens.ts';
