import { openCycle } from '#server/seed/index.ts';
import type { Answer, Client } from '../../journeys/client.ts';
import { GARDEN, startServer, type TestServer } from '../../journeys/harness.ts';
import type { Kind } from '../../journeys/kinds.ts';
import { type Officers, officersOf } from '../../journeys/publishing/publish.ts';
import { Stage } from '../../journeys/stage.ts';

/** A write that is accepted as things stand, by whoever does it. */
export type Write = { who: Client; send: () => Promise<Answer> };

/** By method and path: makes what it is written to, which nobody else writes to. */
export type Acts = Record<string, () => Promise<Write>>;

/** A programme with people who may write, on a clock that goes on where a code of theirs has served. */
export class World {
  readonly server: TestServer;
  readonly stage: Stage;
  readonly city: Client;
  readonly association: Client;
  readonly officers: Officers;
  readonly #time: { ahead: number };
  #number = 0;

  private constructor(stage: Stage, officers: Officers, people: [Client, Client], time: { ahead: number }) {
    this.server = stage.server;
    this.stage = stage;
    this.officers = officers;
    [this.city, this.association] = people;
    this.#time = time;
  }

  static async open(kind: Kind): Promise<World> {
    const time = { ahead: 0 };
    const clock = () => new Date(Date.now() + time.ahead);
    const server = await startServer({ definitions: GARDEN, kind, clock });
    await openCycle(server.services);
    const stage = await Stage.open(server);
    const people: [Client, Client] = [
      await stage.organisation('city'),
      await stage.organisation('north-gardens'),
    ];
    const officers = await officersOf(stage);
    await stage.organisation('quay-gardens');
    return new World(stage, officers, people, time);
  }

  /** A number that nobody has had. */
  next = (): number => {
    this.#number += 1;
    return this.#number;
  };

  gardener = (): Promise<Client> => {
    const number = this.next();
    return this.stage.person('gardener-a', `away-${number}`, { cardNumber: `AW${100_000 + number}` });
  };

  application = async (): Promise<{ who: Client; id: string }> => {
    const who = await this.gardener();
    return { who, id: await this.stage.fill(who, 'complete') };
  };

  handedIn = async (): Promise<string> => {
    const { who, id } = await this.application();
    await this.stage.fire(who, id, 'SUBMIT');
    return id;
  };

  version = async (who: Client, id: string): Promise<number> => (await this.stage.view(who, id)).version;

  staff = (): Promise<{ id: string; username: string; password: string }> => {
    const made = { name: 'Hand', username: `hand-${this.next()}`, role: 'secretary' };
    return this.association.must(this.association.post('/api/accounts', made));
  };

  child = async (): Promise<string> => {
    const number = this.next();
    const made = { kind: 'safety', name: `Safety ${number}`, username: `safety-${number}` };
    const sent = this.association.post<{ organisation: string }>('/api/organisations', made);
    return (await this.association.must(sent)).organisation;
  };

  draft = async (): Promise<string> => {
    const made = this.city.post<{ id: string }>('/api/drafts', { title: 'Next', cycle: '2026H2' });
    return (await this.city.must(made)).id;
  };

  changedDraft = async (): Promise<string> => {
    const id = await this.draft();
    const changes = this.changesAt(0, `Gardens ${this.next()}`);
    await this.city.must(this.city.post(`/api/drafts/${id}/changes`, changes));
    return id;
  };

  changesAt = (length: number, text: string) => ({
    length,
    changes: [{ kind: 'setText', part: 'programme', way: ['title'], text }],
  });

  /** A code of the second factor serves once, so that time goes on before the next one. */
  codeOf = (username: string): string | undefined => {
    this.#time.ahead += 60_000;
    return this.stage.code(username);
  };
}
