import { expect } from 'vitest';
import type { CompiledEdition, DemoDefinition, JsonObject } from '#core/model/index.ts';
import type { CaseView, FiredView, ProgrammeView, SessionView } from '#core/model/wire/index.ts';
import { codeAt } from '../support/authenticator.ts';
import type { Client } from './client.ts';
import type { TestServer } from './harness.ts';

export const PASSWORD = 'Right-Horse-7';

/**
 * The people and organisations of a programme's demonstration, as browsers would bring them: registers them over HTTP
 * when they are first asked for, and has them approved by whoever they registered under.
 */
export class Cast {
  readonly server: TestServer;
  readonly edition: CompiledEdition;
  readonly demo: DemoDefinition;
  readonly #clients = new Map<string, Client>();
  readonly #ids = new Map<string, string>();
  /** Of whoever has a second factor. */
  readonly #secrets = new Map<string, string>();

  protected constructor(server: TestServer, edition: CompiledEdition) {
    const { demo } = edition.definition;
    if (!demo) throw new Error('the programme has no demonstration to take people from');
    this.server = server;
    this.edition = edition;
    this.demo = demo;
  }

  /** Brings in whoever is there from the first start on. */
  protected async enter(): Promise<void> {
    for (const { id } of this.edition.definition.programme.seed.organisations) this.#ids.set(id, id);
    for (const { username, password } of this.server.seeded) await this.#enterSeeded(username, password);
    for (const { token } of this.server.setups) await this.#setUp(token);
  }

  /** Whoever logged in under the id of the demonstration; registered and approved when first asked for. */
  async organisation(id: string): Promise<Client> {
    const known = this.#clients.get(id);
    if (known) return known;
    const one = this.demo.organisations.find((candidate) => candidate.id === id);
    if (!one) throw new Error(`the demonstration has no organisation "${id}"`);
    const parent = await this.organisation(one.under);
    return one.created ? this.#create(id, parent, one.created) : this.#register(id, parent, one);
  }

  /** A person like the one of the demonstration, under the same organisation. `changes` overlay the first section. */
  async person(like: string, id = like, changes: JsonObject = {}): Promise<Client> {
    const known = this.#clients.get(id);
    if (known) return known;
    const one = this.demo.people.find((candidate) => candidate.id === like);
    if (!one) throw new Error(`the demonstration has no person "${like}"`);
    const parent = await this.organisation(one.under);
    return this.#register(id, parent, one, changes);
  }

  /** An organisation like the one of the demonstration, under the same parent. `changes` overlay its first section. */
  async organisationLike(like: string, id: string, changes: JsonObject): Promise<Client> {
    const one = this.demo.organisations.find((candidate) => candidate.id === like);
    if (!one) throw new Error(`the demonstration has no organisation "${like}"`);
    return this.#register(id, await this.organisation(one.under), one, changes);
  }

  /** Somebody who has logged in and may do this. */
  async able(ability: string): Promise<Client> {
    for (const client of this.#clients.values()) {
      const { user } = (await client.get<SessionView>('/api/session')).body;
      if (user.abilities.includes(ability)) return client;
    }
    throw new Error(`nobody who is here may "${ability}"`);
  }

  /** Has somebody of this id logged in? */
  isHere = (id: string): boolean => this.#clients.has(id);

  /** The organisation that a person of the demonstration belongs to. */
  underOf(person: string): string {
    return this.demo.people.find((one) => one.id === person)?.under ?? '';
  }

  /** Has an organisation of this id been asked for? */
  hasId = (organisation: string): boolean => this.#ids.has(organisation);

  idOf(organisation: string): string {
    const id = this.#ids.get(organisation);
    if (id === undefined) throw new Error(`nobody has asked for "${organisation}" yet`);
    return id;
  }

  view(client: Client, id: string): Promise<CaseView> {
    return client.must(client.get<CaseView>(`/api/cases/${id}`));
  }

  /** Fires at the version that stands now. */
  async fire(client: Client, id: string, event: string, input?: JsonObject, by?: string): Promise<FiredView> {
    const { version } = await this.view(client, id);
    return client.must(client.post<FiredView>(`/api/cases/${id}/events`, { event, version, input, by }));
  }

  async logIn(username: string, password = PASSWORD): Promise<Client> {
    const client = this.server.client();
    const secret = this.#secrets.get(username);
    const code = secret && { code: codeAt(secret, this.server.services.clock()) };
    await client.must(client.prove('/api/session', { username, password, ...code }));
    return client;
  }

  /** A code of the second factor at this moment, which serves once; undefined for whoever has none. */
  code(username: string): string | undefined {
    const secret = this.#secrets.get(username);
    return secret && codeAt(secret, this.server.services.clock());
  }

  /** Takes the place of a session that has ended. */
  async logInAgain(username: string): Promise<void> {
    this.#clients.set(username, await this.logIn(username));
  }

  /** Gives somebody who has logged in a second factor, which their role does not ask for. */
  async enrol(username: string): Promise<void> {
    const client = await this.organisation(username);
    this.#secrets.set(username, await enrolled(client, this.server.services.clock));
  }

  async #enrol(client: Client, username: string): Promise<void> {
    const secret = await enrolIfAsked(client, this.server.services.clock);
    if (secret !== null) this.#secrets.set(username, secret);
  }

  /** A first security question and answer, as an initial password asks for them. */
  async question(): Promise<{ question: string; answer: string }> {
    const client = this.server.client();
    const programme = await client.must(client.get<ProgrammeView>('/api/programme'));
    return { question: programme.password.questions[0]?.code ?? '', answer: 'blue' };
  }

  /** Makes the first user of a root organisation by its link, and a user for every other role there. */
  async #setUp(token: string): Promise<void> {
    const { programme } = this.edition.definition;
    const root = programme.seed.organisations[this.#clients.size];
    if (!root) throw new Error('there is a link for an organisation that is not seeded');
    const first = { name: root.name, username: root.id, password: PASSWORD, ...(await this.question()) };
    const client = this.server.client();
    await client.must(client.post(`/api/setup/${token}`, first));
    await client.must(client.prove('/api/session', { username: root.id, password: PASSWORD }));
    await this.#enrol(client, root.id);
    this.#clients.set(root.id, client);
    const { user } = await client.must(client.get<SessionView>('/api/session'));
    const others = programme.roles.filter((role) => role.kinds?.includes(root.kind) && role.id !== user.role);
    for (const { id: role } of others) await this.addUser(client, `${root.id}-${role}`, role);
  }

  /** Adds a user to the organisation of somebody who manages it, and logs them in with a password of their own. */
  async addUser(manager: Client, username: string, role: string): Promise<Client> {
    const made = await manager.must(
      manager.post<{ password: string }>('/api/accounts', { name: username, username, role }),
    );
    const client = await this.#enterFirst(username, made.password);
    this.#clients.set(username, client);
    return client;
  }

  async #enterFirst(username: string, password: string): Promise<Client> {
    const client = await this.logIn(username, password);
    const change = { current: password, next: PASSWORD, ...(await this.question()) };
    await client.must(client.put('/api/session/password', change));
    await this.#enrol(client, username);
    return client;
  }

  async #enterSeeded(username: string, password: string): Promise<void> {
    this.#clients.set(username, await this.#enterFirst(username, password));
  }

  async #create(id: string, parent: Client, created: { kind: string; name: string }): Promise<Client> {
    const made = await parent.must(
      parent.post<{ organisation: string; password: string }>('/api/organisations', {
        ...created,
        username: id,
      }),
    );
    this.#ids.set(id, made.organisation);
    const client = await this.#enterFirst(id, made.password);
    this.#clients.set(id, client);
    return client;
  }

  async #register(
    id: string,
    parent: Client,
    one: { form: string; under: string; sections: JsonObject },
    changes: JsonObject = {},
  ): Promise<Client> {
    const { id: caseId } = await parent.must(
      this.server
        .client()
        .prove<{ id: string }>('/api/registrations', await this.registration(id, one, changes)),
    );
    const action = (await this.view(parent, caseId)).actions.find((candidate) => candidate.primary);
    expect(action, `${one.under} is offered to approve ${id}`).toBeDefined();
    await this.fire(parent, caseId, action?.event ?? '');
    return this.admitted(id);
  }

  /** Brings in whoever has registered, in whatever way, and was approved. */
  async admitted(id: string): Promise<Client> {
    const client = await this.logIn(id);
    this.#clients.set(id, client);
    const session = await client.must(client.get<{ organisation: { id: string } | null }>('/api/session'));
    this.#ids.set(id, session.organisation?.id ?? '');
    return client;
  }

  /** What the registration page sends. */
  async registration(
    id: string,
    one: { form: string; under: string; sections: JsonObject },
    changes: JsonObject = {},
  ): Promise<JsonObject> {
    const form = this.edition.categories[one.form]?.definition;
    const client = this.server.client();
    const programme = await client.must(client.get<ProgrammeView>('/api/programme'));
    const [section = '', field = ''] = (form?.account?.parent ?? '').split('/').slice(1);
    const answers = { ...(one.sections[section] as JsonObject), ...changes, [field]: this.idOf(one.under) };
    const question = programme.password.questions[0]?.code ?? '';
    return {
      form: one.form,
      username: id,
      password: PASSWORD,
      question,
      answer: 'blue',
      sections: { ...one.sections, [section]: answers },
    };
  }
}

/** Sets up the second factor where the role asks for one; gives its secret, or null. */
async function enrolIfAsked(client: Client, clock: () => Date): Promise<string | null> {
  const { user } = await client.must(client.get<SessionView>('/api/session'));
  return user.mustEnrol ? enrolled(client, clock) : null;
}

async function enrolled(client: Client, clock: () => Date): Promise<string> {
  const { secret } = await client.must(
    client.post<{ secret: string }>('/api/session/second-factor', undefined),
  );
  const code = codeAt(secret, clock());
  await client.must(client.put('/api/session/second-factor', { code }));
  return secret;
}
