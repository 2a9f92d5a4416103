/** Logging in: sessions, passwords, second factor, human check, rates. */
export { changePassword } from './change-password.ts';
export { createTask, spendProof } from './human-check.ts';
export { initialPassword } from './initial-password.ts';
export { chooseLanguage } from './language.ts';
export { login } from './login.ts';
export { checkPassword, createHasher } from './passwords.ts';
export { answerHashOf, checkQuestion } from './questions.ts';
export { counted, countRate } from './rates.ts';
export { registrationProgress } from './registration-progress.ts';
export { beginSecondFactor, confirmSecondFactor, proveAgain, removeSecondFactor } from './second-factor.ts';
export { findActor, logout, sessionView } from './session.ts';
