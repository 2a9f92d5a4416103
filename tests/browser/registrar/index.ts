/** Registrations in the browser, from the demonstration of a programme. */
export { playRegistrations } from './play.ts';
export { accountForm, type Registrant, registrants } from './registrants.ts';
export { Registrar } from './registrar.ts';
export { logIn, shoot, sound } from './screens.ts';
