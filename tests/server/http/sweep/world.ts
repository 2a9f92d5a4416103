import jsonLogic from 'json-logic-js';
import type { JsonObject, Logic } from '#core/model/index.ts';
import type { SessionView } from '#core/model/wire/index.ts';
import type { Client } from '../../../journeys/client.ts';
import type { TestServer } from '../../../journeys/harness.ts';
import { Stage } from '../../../journeys/stage.ts';

/** Somebody who calls; `organisation` is where they stand in the demonstration's tree. */
export type Actor = {
  name: string;
  client: Client;
  abilities: string[];
  organisation: string | null;
  userId: string;
  /** May not come in at all: not logged in, frozen, deleted. */
  out: boolean;
};

/** What somebody may reach for. `at` is the organisation that it hangs under. */
export type Thing = {
  name: string;
  kind: 'application' | 'registration' | 'user' | 'organisation' | 'nothing';
  id: string;
  fileId: string;
  ownerId: string;
  at: string | null;
  handedIn: boolean;
  /** Of a user: how they came. */
  came: 'person' | 'organisation' | 'hand';
  /** Of an organisation. */
  organisation: string;
  frozen: boolean;
};

export type World = { actors: Actor[]; things: Thing[]; tree: Tree };

/** The tree as the demonstration tells it: the sweep's own knowledge of who stands where. */
export class Tree {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  parentOf(id: string): string | null {
    return this.#stage.demo.organisations.find((one) => one.id === id)?.under ?? null;
  }

  /** From itself up to the root. */
  line(id: string): string[] {
    const parent = this.parentOf(id);
    return parent === null ? [id] : [id, ...this.line(parent)];
  }

  isBelow = (id: string, above: string): boolean => id !== above && this.line(id).includes(above);

  kindOf(id: string): string {
    const { demo, edition } = this.#stage;
    const seeded = edition.definition.programme.seed.organisations.find((one) => one.id === id);
    const one = demo.organisations.find((candidate) => candidate.id === id);
    return seeded?.kind ?? one?.created?.kind ?? String(this.#attribute(id, this.#binding(id)?.kind));
  }

  mayCreate(parent: string, kind: string): boolean {
    const { organisationKinds } = this.#stage.edition.definition.programme;
    return organisationKinds.find((one) => one.id === this.kindOf(parent))?.creates?.includes(kind) ?? false;
  }

  /** Organisations beside the line of a unit that hold a desk on the way of its applications. */
  sideDesks(unit: string): string[] {
    const route = this.#stage.edition.definition.routes.find((one) => one.subject === 'application');
    const finds = Object.values(route?.desks ?? {}).flatMap(({ find }) => ('child' in find ? [find] : []));
    const beside = this.#stage.demo.organisations.filter((one) => this.line(unit).includes(one.under));
    return beside
      .filter((one) =>
        finds.some(
          (find) => find.child.includes(this.kindOf(one.id)) && this.#holds(find.where as Logic, one.id),
        ),
      )
      .map((one) => one.id);
  }

  /** Asked of another implementation of JSON Logic than the engine's. */
  #holds(where: Logic | undefined, id: string): boolean {
    if (where === undefined) return true;
    const pairs = Object.entries(this.#binding(id)?.attributes ?? {});
    const unit = Object.fromEntries(pairs.map(([key, pointer]) => [key, this.#attribute(id, pointer)]));
    return Boolean(jsonLogic.apply(where as never, { unit }));
  }

  #binding(id: string) {
    const form = this.#stage.demo.organisations.find((one) => one.id === id)?.form;
    return form === undefined ? undefined : this.#stage.edition.categories[form]?.definition.account;
  }

  #attribute(id: string, pointer = ''): unknown {
    const [, section = '', field = ''] = pointer.split('/');
    const sections = this.#stage.demo.organisations.find((one) => one.id === id)?.sections;
    return (sections?.[section] as JsonObject | undefined)?.[field];
  }
}

const OPINION = { opinion: '同意推荐。', signatory: '测试负责人', signedOn: '2026-11-20' };
/** Two of each kind, so that everybody has somebody beside them. */
const OF_EACH_KIND = 2;

/** Fills a server with organisations of every kind, users of every role, and things at every place. */
export async function buildWorld(server: TestServer): Promise<World> {
  const stage = await Stage.open(server);
  const tree = new Tree(stage);
  const names = representatives(stage, tree);
  for (const name of names) await stage.organisation(name);
  const applications = await fileApplications(stage);
  const actors = await gather(stage, tree, names);
  const things = [...applications, ...(await registrations(stage, names)), ...(await staff(stage, names))];
  const cold = await frozenUnit(stage);
  return {
    actors: [...actors, ...cold.actors],
    things: [...things, ...units(stage, names), ...cold.things, nothing()],
    tree,
  };
}

function representatives(stage: Stage, tree: Tree): string[] {
  const all = stage.demo.organisations.map((one) => one.id);
  return all.filter(
    (id, at) =>
      all.slice(0, at).filter((other) => tree.kindOf(other) === tree.kindOf(id)).length < OF_EACH_KIND,
  );
}

const blank = {
  fileId: 'nothing-is-here',
  ownerId: '',
  handedIn: false,
  came: 'person',
  organisation: '',
  frozen: false,
} as const;
const nothing = (): Thing => ({
  ...blank,
  name: 'nothing',
  kind: 'nothing',
  id: 'nothing-is-here',
  at: null,
});

async function fileApplications(stage: Stage): Promise<Thing[]> {
  const made: Thing[] = [];
  for (const person of ['pending-own-gp', 'pending-reform-office', 'pending-level2', 'draft-clinical'])
    made.push(await file(stage, person, true));
  made.push(await file(stage, 'resubmitted-gp', false));
  const b = made[1]?.id ?? '';
  await stage.fire(await stage.organisation('township-b'), b, 'PASS', OPINION);
  await stage.fire(await stage.organisation('commission-b'), b, 'PASS', OPINION);
  const gone = await file(stage, 'passed-talent-agency', true);
  await stage.fire(await stage.person('passed-talent-agency'), gone.id, 'DELETE');
  return [...made, { ...gone, name: 'erased application', kind: 'nothing', at: null }];
}

async function file(stage: Stage, person: string, submit: boolean): Promise<Thing> {
  const client = await stage.person(person);
  const example = stage.demo.applications.find((one) => one.person === person)?.case ?? '';
  const id = await stage.fill(client, example);
  const fileId = (await stage.view(client, id)).files[0]?.id ?? '';
  if (submit) await stage.fire(client, id, 'SUBMIT');
  const at = stage.demo.people.find((one) => one.id === person)?.under ?? null;
  const name = `application of ${person}`;
  return {
    ...blank,
    name,
    kind: 'application',
    id,
    fileId,
    at,
    handedIn: submit,
    ownerId: await userOf(client),
  };
}

const sessionOf = async (client: Client): Promise<SessionView> =>
  (await client.get<SessionView>('/api/session')).body;
const userOf = async (client: Client): Promise<string> => (await sessionOf(client)).user.id;

/** Registrations of organisations at every level, of people, of somebody frozen, and one that is deleted. */
async function registrations(stage: Stage, names: string[]): Promise<Thing[]> {
  const made: Thing[] = [];
  for (const name of names.filter((_, at) => at % 2 === 1)) {
    const one = stage.demo.organisations.find((candidate) => candidate.id === name);
    const { registration, user } = await sessionOf(await stage.organisation(name));
    if (!one || registration === null) continue;
    made.push({
      ...blank,
      name: `registration of ${name}`,
      kind: 'registration',
      id: registration,
      at: one.under,
      ownerId: user.id,
      handedIn: true,
      came: 'organisation',
    });
  }
  for (const name of ['pending-own-gp', 'registered-only', 'cold'])
    made.push(
      await registrationOf(
        stage,
        name,
        await stage.person(name === 'cold' ? 'returned-own-nurse' : name, name),
      ),
    );
  const gone = await registrationOf(stage, 'gone', await stage.person('rejected-own-nurse', 'gone'));
  const township = await stage.organisation('township-a');
  const cold = made.at(-1)?.id ?? '';
  await stage.fire(township, cold, 'FREEZE');
  await stage.fire(township, gone.id, 'DELETE');
  return [...made, { ...gone, name: 'deleted registration', kind: 'nothing', at: null }];
}

async function registrationOf(stage: Stage, name: string, client: Client): Promise<Thing> {
  const { registration, user } = await sessionOf(client);
  const like = { cold: 'returned-own-nurse', gone: 'rejected-own-nurse' }[name] ?? name;
  const at = stage.demo.people.find((one) => one.id === like)?.under ?? null;
  return {
    ...blank,
    name: `registration of ${name}`,
    kind: 'registration',
    id: registration ?? '',
    at,
    ownerId: user.id,
    handedIn: true,
  };
}

/** Users: who registered for an organisation, who applies from it, who was added by hand. */
async function staff(stage: Stage, names: string[]): Promise<Thing[]> {
  const made: Thing[] = [];
  const add = (name: string, id: string, at: string, came: Thing['came']) =>
    made.push({ ...blank, name: `user ${name}`, kind: 'user', id, at, came, organisation: at });
  for (const name of names.slice(0, 5))
    add(name, await userOf(await stage.organisation(name)), name, 'organisation');
  for (const [person, at] of [
    ['registered-only', 'direct-hospital'],
    ['pending-talent-agency', 'community-a'],
    ['rejected-level2', 'private-hospital'],
  ] as const)
    add(person, await userOf(await stage.person(person)), at, 'person');
  for (const at of ['township-a', 'department-b']) {
    const colleague = await stage.addUser(await stage.organisation(at), `${at}-colleague`, 'unitReviewer');
    add(`colleague at ${at}`, await userOf(colleague), at, 'hand');
  }
  add('auditor', await userOf(await stage.organisation('municipal-auditor')), 'municipal', 'hand');
  return made;
}

/** An organisation that is frozen after it and one of its people have logged in. */
async function frozenUnit(stage: Stage): Promise<Pick<World, 'actors' | 'things'>> {
  const [unit, above, person] = ['cdc-a', 'commission-a', 'passed-level1-laboratory'];
  const clients = { [unit]: await stage.organisation(unit), [person]: await stage.person(person) };
  const of = { ...blank, at: unit, organisation: unit, frozen: true };
  const things: Thing[] = [
    { ...of, name: `organisation ${unit}, frozen`, kind: 'organisation', id: stage.idOf(unit) },
  ];
  const actors: Actor[] = [];
  let registration = '';
  for (const [name, client] of Object.entries(clients)) {
    const session = await sessionOf(client);
    const { id } = session.user;
    const came = name === unit ? 'organisation' : 'person';
    if (name === unit) registration = session.registration ?? '';
    const where = { at: name === unit ? above : unit, ownerId: id, handedIn: true, came } as const;
    things.push({ ...of, name: `user ${name}, frozen unit`, kind: 'user', id, came });
    things.push({
      ...of,
      ...where,
      name: `registration of ${name}, frozen unit`,
      kind: 'registration',
      id: session.registration ?? '',
    });
    const abilities = session.user.abilities;
    actors.push({
      name: `${name}, frozen unit`,
      client,
      abilities,
      organisation: unit,
      userId: id,
      out: true,
    });
  }
  await stage.fire(await stage.organisation(above), registration, 'FREEZE');
  return { actors, things };
}

const units = (stage: Stage, names: string[]): Thing[] =>
  ['municipal', 'reform-office-b', ...names.slice(0, 6)].map((name) => ({
    ...blank,
    name: `organisation ${name}`,
    kind: 'organisation',
    id: stage.idOf(name),
    at: name,
    organisation: name,
  }));

async function gather(stage: Stage, tree: Tree, names: string[]): Promise<Actor[]> {
  const { programme } = stage.edition.definition;
  const [root] = programme.seed.organisations;
  if (!root) throw new Error('nobody stands at the root');
  const ofRoot = programme.roles
    .filter((role) => role.kinds?.includes(root.kind))
    .map(({ id }) => `${root.id}-${id}`);
  const actors: Actor[] = [
    {
      name: 'anonymous',
      client: stage.server.client(),
      abilities: [],
      organisation: null,
      userId: '',
      out: true,
    },
  ];
  const add = async (name: string, client: Client, organisation: string) => {
    const { user } = await sessionOf(client);
    const role = programme.roles.find((one) => one.id === user.role);
    actors.push({
      name,
      client,
      abilities: role?.abilities ?? [],
      organisation,
      userId: user.id,
      out: false,
    });
  };
  for (const name of [root.id, ...ofRoot])
    if (stage.isHere(name)) await add(name, await stage.organisation(name), root.id);
  for (const name of names) await add(name, await stage.organisation(name), name);
  for (const name of ['pending-own-gp', 'pending-level2', 'draft-clinical'])
    await add(name, await stage.person(name), tree.line(stage.underOf(name))[0] ?? '');
  for (const [name, like] of [
    ['cold', 'returned-own-nurse'],
    ['gone', 'rejected-own-nurse'],
  ] as const) {
    await add(name, await stage.person(like, name), 'township-a');
    const last = actors.at(-1);
    if (last) last.out = true;
  }
  return actors;
}
