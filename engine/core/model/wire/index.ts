/**
 * What travels between server and browser, one resource a file: a schema, and the type that follows from it under the
 * same name. The router checks requests against the schemas, the compiler holds handlers and screens to the types,
 * OpenAPI describes them to everybody else. Screens take the types alone, so that no browser
 * loads the schemas.
 */
export * from './accounts.ts';
export * from './applications.ts';
export * from './audit.ts';
export * from './cases.ts';
export * from './challenges.ts';
export * from './cycles.ts';
export * from './drafts.ts';
export * from './editions.ts';
export * from './errors.ts';
export * from './files.ts';
export * from './jobs.ts';
export * from './moves.ts';
export * from './organisations.ts';
export * from './parts.ts';
export * from './policy.ts';
export * from './programme.ts';
export * from './queues.ts';
export * from './registrations.ts';
export * from './replays.ts';
export * from './rosters.ts';
export * from './second-factor.ts';
export * from './session.ts';
export * from './setup.ts';
export * from './sheets.ts';
