import type { HomeView } from '#core/model/wire/index.ts';
import { honestPdf } from '../../support/pdfs.ts';
import type { Acts, World } from './world.ts';

const OPINION = { opinion: 'In favour' };

/** What is written to a case. */
export const cases = ({
  application,
  association,
  city,
  gardener,
  handedIn,
  stage,
  version,
}: World): Acts => ({
  'POST /api/applications': async () => {
    const who = await gardener();
    const { offered } = await who.must(who.get<HomeView>('/api/applications'));
    return { who, send: () => who.post('/api/applications', { category: offered[0]?.id }) };
  },
  'PUT /api/cases/:id/sections/:section': async () => {
    const { who, id } = await application();
    const { version: read, value } = (await stage.view(who, id)).sections.plan ?? {};
    return { who, send: () => who.put(`/api/cases/${id}/sections/plan`, { version: read, value }) };
  },
  'POST /api/cases/:id/events': async () => {
    const { who, id } = await application();
    const event = { event: 'SUBMIT', version: await version(who, id) };
    return { who, send: () => who.post(`/api/cases/${id}/events`, event) };
  },
  'POST /api/events': async () => {
    const id = await handedIn();
    const list = [{ id, version: await version(association, id) }];
    const body = { event: 'PASS', cases: list, input: OPINION };
    return { who: association, send: () => association.post('/api/events', body) };
  },
  'POST /api/batches/:route/:event': async () => {
    for (const id of await stage.queue(association, 'application', 'todo'))
      await stage.fire(association, id, 'PASS', OPINION);
    for (const id of await stage.queue(city, 'application', 'todo'))
      await stage.fire(city, id, 'PASS', OPINION);
    const { count } = await stage.batch(city, 'application', 'AWARD');
    return {
      who: city,
      send: () => city.post('/api/batches/application/AWARD', { confirmCount: count }),
    };
  },
  'PUT /api/cases/:id/files': async () => {
    const { who, id } = await application();
    const content = await honestPdf();
    const query = 'section=photos&slot=consent&name=again.pdf';
    return { who, send: () => who.upload(`/api/cases/${id}/files?${query}`, content) };
  },
  'DELETE /api/files/:id': async () => {
    const { who, id } = await application();
    const file = await stage.attach(who, id, { section: 'photos', slot: 'consent' });
    return { who, send: () => who.delete(`/api/files/${file.id}`) };
  },
  'PUT /api/cases/:id/sheets/:sheet/settings': async () => {
    const { who, id } = await application();
    return { who, send: () => who.put(`/api/cases/${id}/sheets/card/settings`, { fontSize: 9 }) };
  },
  'GET /api/cases/:id/sensitive': async () => {
    const id = await handedIn();
    return {
      who: association,
      send: () => association.get(`/api/cases/${id}/sensitive?section=person&path=/cardNumber`),
    };
  },
});
