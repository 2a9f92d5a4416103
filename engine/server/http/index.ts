/** HTTP: the app made of the route table, and what listens for it. */
export { type AppOptions, createApp } from './app.ts';
export { type Listening, listen } from './listen.ts';
export { isRaw } from './openapi.ts';
export type { Access, Relation, Route } from './route.ts';
export { routes } from './routes/index.ts';
