/** Work that was done already for the same objects is not done again. Imports nothing. */
export { createMemory, forgetful, type Memory } from './memory.ts';
