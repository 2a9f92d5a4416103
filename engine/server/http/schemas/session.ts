/** Who is logged in, and how. */
import type { JsonObject } from '#core/model/index.ts';
import { flag, id, listOf, nullable, object, text } from '../schema.ts';
import { bag } from './shared.ts';

export const session = object({
  user: object({
    id,
    name: text(),
    username: text(),
    role: text(),
    roleTitle: text(),
    guide: listOf(object({ title: text(), text: listOf(text()) })),
    abilities: listOf(text()),
    mustChangePassword: flag,
    mustEnrol: flag,
    hasQuestion: flag,
    secondFactor: flag,
  }),
  organisation: nullable(object({ id, name: text(), kind: text(), kindTitle: text(), path: listOf(text()) })),
  registration: nullable(id),
});

export const newFactor = object({ secret: text(), uri: text() });

/** Made by the solver's library; only what every solver reads is named. */
export const humanTask: JsonObject = {
  type: 'object',
  required: ['parameters', 'signature'],
  properties: { parameters: bag, signature: text() },
  additionalProperties: false,
};
