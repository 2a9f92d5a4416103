import { type Static, Type } from 'typebox';
import { closed, id, nullable, oneOf, text, titled } from './parts.ts';

/** GET /api/applications: the applicant's home. */
export const HomeView = closed({
  applications: Type.Array(
    closed({
      id,
      category: text(),
      categoryTitle: text(),
      stateTitle: text(),
      /** The category's `summary`: what tells several apart. */
      summary: Type.Array(closed({ title: text(), text: text() })),
      updatedAt: text(),
      cycle: text(),
    }),
  ),
  /** Categories that may be started now. */
  offered: Type.Array(titled),
  /** So many at once, of all categories together. */
  most: Type.Integer(),
  /** What the limits of the cycle or of a category withhold, for one reason each; what it names besides. */
  withheld: Type.Array(
    closed({
      reason: oneOf('over-limit', 'over-limit-of-category', 'excluded', 'excluded-of-category'),
      most: nullable(Type.Integer()),
      state: nullable(text()),
      categories: Type.Array(text()),
    }),
  ),
  /** Why nothing may be started, where that is so. */
  blockedBy: nullable(text()),
});
export type HomeView = Static<typeof HomeView>;

/** POST /api/applications. */
export const NewApplication = closed({ category: id });
export type NewApplication = Static<typeof NewApplication>;
