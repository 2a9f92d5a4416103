import { type Static, Type } from 'typebox';
import { closed, id, nullable, text } from './parts.ts';

const SectionOutline = closed({
  title: text(),
  kind: text(),
  limit: nullable(Type.Integer()),
  items: Type.Integer(),
  rules: Type.Integer(),
  slots: Type.Integer(),
});

const FormOutline = closed({
  id,
  title: text(),
  makesAccount: Type.Boolean(),
  sections: Type.Array(SectionOutline),
  rules: Type.Integer(),
});

/** GET /api/policy: the programme as policy staff see it. */
export const PolicyView = closed({
  /** The edition under which new cases are made. */
  serving: id,
  cycle: text(),
  editions: Type.Array(closed({ hash: id, cycle: text(), status: text(), publishedAt: nullable(text()) })),
  forms: Type.Array(FormOutline),
  charts: Type.Array(closed({ route: id, chart: id, title: text() })),
  unconfirmed: Type.Array(closed({ place: text(), source: text() })),
});
export type PolicyView = Static<typeof PolicyView>;
