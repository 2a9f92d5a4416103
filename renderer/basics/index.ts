/** Controls that look as the desks' own do and weigh nothing: for pages that come before anybody has logged in. */
export { Action } from './Action.tsx';
export { Refusal } from './Refusal.tsx';
export { SecretInput } from './SecretInput.tsx';
export { TextInput } from './TextInput.tsx';
