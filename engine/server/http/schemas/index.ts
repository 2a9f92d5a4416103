/** What travels, as JSON Schemas. */
export * from './wire.ts';
