import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegistrationProgress } from '#core/model/wire/index.ts';
import type { Client } from '../../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import { PASSWORD, Stage } from '../../journeys/stage.ts';

type Code = { code: string };

describe('how a registration stands', () => {
  let server: TestServer;
  let stage: Stage;
  let keeper: Client;
  let id: string;

  beforeAll(async () => {
    server = await startServer({ definitions: GARDEN });
    stage = await Stage.open(server);
    const like = stage.demo.people.find((one) => one.id === 'gardener-a');
    if (!like) throw new Error('the demonstration has no gardener-a');
    keeper = await stage.organisation(like.under);
    const body = await stage.registration('asks', like, { cardNumber: 'RE000001' });
    ({ id } = await keeper.must(server.client().prove<{ id: string }>('/api/registrations', body)));
  });
  afterAll(() => server?.stop());

  const ask = (username: string, password = PASSWORD) =>
    server.client().prove<RegistrationProgress & Code>('/api/registrations/progress', { username, password });

  it('is told to whoever knows its password, and to nobody else', async () => {
    const wrong = await ask('asks', 'Wrong-Horse-7');
    const unknown = await ask('nobody-at-all');
    expect([wrong.status, wrong.body.code]).toEqual([401, 'login-failed']);
    expect(unknown.body.code).toBe('login-failed');
  });

  it('waits, with the organisation that decides, while it lets nobody in', async () => {
    const { status, body } = await ask('asks');
    expect(status).toBe(200);
    expect(body).toMatchObject({ entry: null, isFrozen: false, last: null });
    expect(body.organisation).not.toBe('');
  });

  it('was refused, with the opinion', async () => {
    await stage.fire(keeper, id, 'REFUSE', { opinion: 'The card is not to be read' });
    const { body } = await ask('asks');
    expect(body.entry).toBe(false);
    expect(body.last?.opinions).toEqual(['The card is not to be read']);
  });

  it('is not there for an account that somebody added', async () => {
    await stage.addUser(keeper, 'helper', 'secretary');
    const { status, body } = await ask('helper');
    expect([status, body.code]).toEqual([409, 'not-registered']);
  });

  it('is open once it is approved; a frozen account hears that it is, from whoever knows its password', async () => {
    const person = await stage.person('gardener-a');
    expect((await ask('gardener-a')).body).toMatchObject({ entry: true, last: null });
    expect((await person.get('/api/applications')).status).toBe(200);
    const { accounts } = await keeper.must(
      keeper.get<{ accounts: { id: string; username: string }[] }>('/api/accounts?text=helper'),
    );
    const helper = accounts.find(({ username }) => username === 'helper');
    await keeper.must(keeper.put(`/api/accounts/${helper?.id}`, { status: 'frozen' }));
    const login = (password: string) =>
      server.client().prove<Code>('/api/session', { username: 'helper', password });
    const frozen = await login(PASSWORD);
    expect([frozen.status, frozen.body.code]).toEqual([401, 'login-frozen']);
    expect((await login('Wrong-Horse-7')).body.code).toBe('login-failed');
  });
});
