import { type Static, Type } from 'typebox';
import { closed, nullable, text, version } from './parts.ts';

/** A moment with its offset: `2026-12-31T23:59:59+08:00`. */
const moment = Type.String({
  maxLength: 40,
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?(Z|[+-]\\d{2}:\\d{2})$',
});
const window = { opensAt: moment, closesAt: moment, returnedUntil: moment };

/** GET /api/cycles: when each cycle is open, and what its definition says. */
export const CyclesView = closed({
  cycles: Type.Array(
    closed({
      id: text(),
      title: text(),
      /** New cases are made in this one. */
      serving: Type.Boolean(),
      window: closed(window),
      defined: closed(window),
      /** How long after the closing its answers stay, and until when at least; null = for ever. */
      retention: nullable(closed({ years: Type.Integer(), until: moment })),
      /** Null where nobody has changed what the definition says. */
      changedAt: nullable(text()),
      version,
    }),
  ),
});
export type CyclesView = Static<typeof CyclesView>;

/** PUT /api/cycles/:id: when the cycle is open from now on, at the version that was read. */
export const CycleChange = closed({ ...window, version });
export type CycleChange = Static<typeof CycleChange>;
