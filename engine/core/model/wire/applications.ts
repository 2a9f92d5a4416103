import { type Static, Type } from 'typebox';
import { closed, id, nullable, text, titled } from './parts.ts';

/** GET /api/applications: the applicant's home. */
export const HomeView = closed({
  applications: Type.Array(
    closed({
      id,
      category: text(),
      categoryTitle: text(),
      stateTitle: text(),
      updatedAt: text(),
      cycle: text(),
    }),
  ),
  /** Categories that may be started now. */
  offered: Type.Array(titled),
  /** Why nothing may be started, where that is so. */
  blockedBy: nullable(text()),
});
export type HomeView = Static<typeof HomeView>;

/** POST /api/applications. */
export const NewApplication = closed({ category: id });
export type NewApplication = Static<typeof NewApplication>;
