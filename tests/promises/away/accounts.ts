import type { Acts, World } from './world.ts';

/** What managers change of organisations and accounts. */
export const accounts = ({ association, child, city, next, staff, stage }: World): Acts => ({
  'POST /api/organisations': async () => {
    const number = next();
    const made = { kind: 'safety', name: `Safety ${number}`, username: `safety-${number}` };
    return { who: association, send: () => association.post('/api/organisations', made) };
  },
  'DELETE /api/organisations/:id': async () => {
    const id = await child();
    return { who: association, send: () => association.delete(`/api/organisations/${id}`) };
  },
  'PUT /api/organisations/:id/parent': async () => {
    const id = stage.idOf('quay-gardens');
    const body = { parent: stage.idOf('city') };
    return { who: city, send: () => city.put(`/api/organisations/${id}/parent`, body) };
  },
  'POST /api/accounts': async () => {
    const number = next();
    const made = { name: 'Hand', username: `hand-${number}`, role: 'secretary' };
    return { who: association, send: () => association.post('/api/accounts', made) };
  },
  'PUT /api/accounts/:id': async () => {
    const { id } = await staff();
    return { who: association, send: () => association.put(`/api/accounts/${id}`, { status: 'frozen' }) };
  },
  'DELETE /api/accounts/:id': async () => {
    const { id } = await staff();
    return { who: association, send: () => association.delete(`/api/accounts/${id}`) };
  },
  'POST /api/accounts/:id/password': async () => {
    const { id } = await staff();
    return {
      who: association,
      send: () => association.post(`/api/accounts/${id}/password`, undefined),
    };
  },
});
