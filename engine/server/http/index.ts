/** HTTP: the app made of the route table, and what listens for it. */
export { createApp } from './app.ts';
export { type Listening, listen } from './listen.ts';
export { isRaw } from './openapi.ts';
export { refusalSentence } from './refusal-sentence.ts';
export type { Relation, Route } from './route.ts';
export { routes } from './routes/index.ts';
