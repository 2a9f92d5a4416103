import type { JobPage } from '#core/model/wire/index.ts';
import type { Acts, World } from './world.ts';

/** Cycles, rosters and jobs. */
export const desks = ({ association, city }: World): Acts => ({
  'PUT /api/cycles/:cycle': async () => {
    const read = await city.must(city.get<{ cycles: { window: object; version: number }[] }>('/api/cycles'));
    const { window, version: at } = read.cycles[0] ?? {};
    return { who: city, send: () => city.put('/api/cycles/2026H2', { ...window, version: at }) };
  },
  'POST /api/rosters/:id': async () => ({
    who: association,
    send: () => association.post('/api/rosters/members', { queue: 'todo' }),
  }),
  'POST /api/jobs': async () => ({
    who: city,
    send: () => city.post('/api/jobs', { kind: 'clear-expired' }),
  }),
  'PUT /api/jobs/:id': async () => {
    // One that waits for its day: no worker takes it meanwhile.
    const { rows } = await city.must(city.get<JobPage>('/api/jobs?status=waiting'));
    const { id } = rows.find(({ kind: of }) => of === 'verify-trail') ?? {};
    return { who: city, send: () => city.put(`/api/jobs/${id}`, { action: 'cancel' }) };
  },
});
