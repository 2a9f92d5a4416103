import { PASSWORD } from '../../journeys/stage.ts';
import { codeAt } from '../../support/authenticator.ts';
import type { Acts, World } from './world.ts';

/** What people change of their own session. */
export const session = ({ gardener, server }: World): Acts => ({
  'DELETE /api/session': async () => {
    const who = await gardener();
    return { who, send: () => who.delete('/api/session') };
  },
  'PUT /api/session/password': async () => {
    const who = await gardener();
    const change = { current: PASSWORD, next: 'Left-Horse-8' };
    return { who, send: () => who.put('/api/session/password', change) };
  },
  'PUT /api/session/language': async () => {
    const who = await gardener();
    return { who, send: () => who.put('/api/session/language', { language: 'zh-CN' }) };
  },
  'POST /api/session/second-factor': async () => {
    const who = await gardener();
    return { who, send: () => who.post('/api/session/second-factor', undefined) };
  },
  'PUT /api/session/second-factor': async () => {
    const who = await gardener();
    const { secret } = await who.must(who.post<{ secret: string }>('/api/session/second-factor', undefined));
    return {
      who,
      send: () => who.put('/api/session/second-factor', { code: codeAt(secret, server.services.clock()) }),
    };
  },
  'DELETE /api/session/second-factor': async () => {
    const who = await gardener();
    const { secret } = await who.must(who.post<{ secret: string }>('/api/session/second-factor', undefined));
    const code = (ahead: number) => ({ code: codeAt(secret, new Date(Date.now() + ahead)) });
    await who.must(who.put('/api/session/second-factor', code(0)));
    return { who, send: () => who.send('DELETE', '/api/session/second-factor', code(30_000)) };
  },
});
