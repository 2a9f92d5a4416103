import type { Created, JobPage, PrintRunList } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import type { Acts, World } from './world.ts';

/** One person has one run at a time. */
async function endAll(who: Client): Promise<void> {
  const { runs } = await who.must(who.get<PrintRunList>('/api/print-runs'));
  for (const { id } of runs) await who.must(who.delete(`/api/print-runs/${id}`));
}

/** Cycles, rosters, print runs and jobs. */
export const desks = ({ association, city, ...world }: World): Acts => ({
  'PUT /api/cycles/:cycle': async () => {
    const read = await city.must(city.get<{ cycles: { window: object; version: number }[] }>('/api/cycles'));
    const { window, version: at } = read.cycles[0] ?? {};
    return { who: city, send: () => city.put('/api/cycles/2026H2', { ...window, version: at }) };
  },
  'POST /api/print-runs': async () => {
    const cases = [await world.handedIn()];
    await endAll(association);
    return {
      who: association,
      send: () => association.post('/api/print-runs', { sheet: 'card', form: 'pdf', cases }),
    };
  },
  'DELETE /api/print-runs/:id': async () => {
    const cases = [await world.handedIn()];
    await endAll(association);
    const { id } = await association.must(
      association.post<Created>('/api/print-runs', { sheet: 'card', form: 'zip', cases }),
    );
    return { who: association, send: () => association.delete(`/api/print-runs/${id}`) };
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
