import { type Static, Type } from 'typebox';
import { closed, id, oneOf, text, titled } from './parts.ts';

/** GET /api/programme: what a visitor needs before logging in. */
export const ProgrammeView = closed({
  id,
  title: text(),
  shortTitle: text(),
  /** The language of this answer. */
  locale: text(),
  /** Those that may be chosen, each by its own name. */
  languages: Type.Array(closed({ id: text(), title: text() })),
  timeZone: text(),
  cycle: closed({
    id: text(),
    title: text(),
    year: Type.Integer(),
    opensAt: text(),
    closesAt: text(),
    returnedUntil: text(),
  }),
  edition: id,
  password: closed({
    minLength: Type.Integer(),
    classes: Type.Integer(),
    questions: Type.Array(closed({ code: text(), title: text() })),
  }),
  accountForms: Type.Array(
    closed({ id, title: text(), description: text(), makes: oneOf('person', 'organisation') }),
  ),
  categories: Type.Array(titled),
  /** Whether prints of it carry a code by which they can be checked. */
  attests: Type.Boolean(),
});
export type ProgrammeView = Static<typeof ProgrammeView>;
