/** What travels (model/wire.ts), as JSON Schemas: for the OpenAPI document and the tests that hold answers against it. */
export * from './accounts.ts';
export * from './cases.ts';
export * from './programme.ts';
export * from './queues.ts';
export * from './session.ts';
export * from './shared.ts';
