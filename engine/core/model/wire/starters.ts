import { type Static, Type } from 'typebox';
import { closed, id, oneOf, text } from './parts.ts';

/** GET /api/starters: in which language, and for which year. */
export const StarterWish = closed({
  locale: oneOf('zh-CN', 'en'),
  year: Type.String({ pattern: '^2\\d{3}$' }),
});
export type StarterWish = Static<typeof StarterWish>;

const accountForm = closed({ form: id, section: id });

/** What in the starters is filled in with what somebody types. */
const parts = closed({
  /** The kinds of the organisation at the top, and of those from which people apply. */
  top: id,
  applies: id,
  person: accountForm,
  organisation: accountForm,
  category: id,
  section: id,
  /** The question that the others are laid out like, on the sheet and in the list. */
  field: id,
  sheet: id,
  roster: id,
});

const Starter = closed({
  id,
  title: text(),
  text: text(),
  files: Type.Array(closed({ path: text(255), text: Type.String({ maxLength: 200_000 }) }), { maxItems: 100 }),
});

/** Programmes to begin with, one a route. */
export const StarterList = closed({ parts, routes: Type.Array(Starter, { maxItems: 20 }) });
export type StarterList = Static<typeof StarterList>;
