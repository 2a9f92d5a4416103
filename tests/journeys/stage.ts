import { mayWriteSome } from '#core/evaluate/index.ts';
import type { Application, CompiledEdition, FileRef, JsonObject } from '#core/model/index.ts';
import type { BatchView, CaseView, QueuePage, SectionRecord } from '#core/model/wire/index.ts';
import { openCase } from '#core/validate/index.ts';
import { cases } from '#server/store/index.ts';
import { honestPdf } from '../support/pdfs.ts';
import { Cast } from './cast.ts';
import type { Client, Refused } from './client.ts';
import type { TestServer } from './harness.ts';

export { PASSWORD } from './cast.ts';

/** Runs a programme over HTTP with the people of its demonstration: fills in, attaches, fires and reads queues. */
export class Stage extends Cast {
  static async open(server: TestServer): Promise<Stage> {
    const stage = new Stage(server, await server.services.editions.current());
    await stage.enter();
    return stage;
  }

  /** Starts an application with the answers and files of an example; gives its id. `edition`: what serves now. */
  async fill(applicant: Client, example: string, edition = this.edition): Promise<string> {
    const { category } = exampleOf(edition, example);
    const { id } = await applicant.must(applicant.post<{ id: string }>('/api/applications', { category }));
    await this.complete(applicant, id, example, edition);
    return id;
  }

  /** Saves the answers of an example into a case and uploads its files. */
  async complete(applicant: Client, id: string, example: string, edition = this.edition): Promise<void> {
    const application = exampleOf(edition, example);
    const category = edition.categories[application.category];
    const { sections } = await this.view(applicant, id);
    for (const section of category?.sections ?? []) {
      const name = section.definition.id;
      const value = application.sections[name];
      if (value === undefined || !mayWriteSome(section, 'applicant')) continue;
      const version = sections[name]?.version ?? 0;
      const answer = await applicant.put(`/api/cases/${id}/sections/${name}`, { version, value });
      // Examples may hold answers that are not asked for: they are for the tests of exactly that.
      if (answer.body.code !== 'section-hidden') await applicant.must(Promise.resolve(answer));
    }
    const slotOf = ({ section, slot }: FileRef) =>
      category?.bySection[section]?.slots.find((one) => one.definition.id === slot)?.definition;
    await Promise.all(
      application.files.map((file) => this.attach(applicant, id, { ...file, accept: slotOf(file)?.accept })),
    );
  }

  async save(client: Client, id: string, section: string, value: unknown): Promise<SectionRecord> {
    const { version } = (await this.view(client, id)).sections[section] ?? { version: 0 };
    return client.must(client.put<SectionRecord>(`/api/cases/${id}/sections/${section}`, { version, value }));
  }

  async attach(
    client: Client,
    id: string,
    file: { section: string; slot: string; row?: string; accept?: string[] | undefined; name?: string },
  ): Promise<JsonObject> {
    const isPdf = !file.accept || file.accept.includes('application/pdf');
    const query = new URLSearchParams({
      section: file.section,
      slot: file.slot,
      name: file.name ?? (isPdf ? 'proof.pdf' : 'proof.png'),
    });
    if (file.row) query.set('row', file.row);
    return client.must(client.upload(`/api/cases/${id}/files?${query}`, isPdf ? await honestPdf() : PNG));
  }

  async refused(
    client: Client,
    id: string,
    event: string,
    input?: JsonObject,
    by?: string,
  ): Promise<Refused> {
    const { version } = await this.view(client, id);
    return (await client.post(`/api/cases/${id}/events`, {
      event,
      version,
      input,
      by,
    })) as unknown as Refused;
  }

  async queue(client: Client, route: string, queue: string, cycle?: string): Promise<string[]> {
    const search = cycle === undefined ? '' : `?cycle=${cycle}`;
    const { rows } = await client.must(client.get<QueuePage>(`/api/queues/${route}/${queue}${search}`));
    return rows.map((row) => row.id);
  }

  /**
   * Passes a case on with the primary event until nobody is offered one; gives the desks that did, in their order.
   * `input` is what the event asks for.
   */
  async passAll(id: string, organisations: string[], input: JsonObject): Promise<string[]> {
    const passed: string[] = [];
    for (let step = await this.#next(id, organisations); step; step = await this.#next(id, organisations)) {
      const { client, event, by } = step;
      await this.fire(client, id, event, input, by);
      passed.push(by);
    }
    return passed;
  }

  async #next(
    id: string,
    organisations: string[],
  ): Promise<{ client: Client; event: string; by: string } | null> {
    const desks = Object.values((await cases.get(this.server.services.db, id))?.context.desks ?? {});
    for (const organisation of organisations) {
      if (!this.hasId(organisation) || !desks.includes(this.idOf(organisation))) continue;
      const client = await this.organisation(organisation);
      const answer = await client.get<CaseView>(`/api/cases/${id}`);
      const action =
        answer.status === 200
          ? answer.body.actions.find((one) => one.primary && one.by !== 'applicant')
          : undefined;
      if (action) return { client, event: action.event, by: action.by };
    }
    return null;
  }

  batch(client: Client, route: string, event: string, cycle?: string): Promise<BatchView> {
    const search = cycle === undefined ? '' : `?cycle=${cycle}`;
    return client.must(client.get<BatchView>(`/api/batches/${route}/${event}${search}`));
  }
}

function exampleOf(edition: CompiledEdition, id: string): Application {
  const { cases: examples } = edition.definition;
  const definition = examples.find((one) => one.id === id);
  if (!definition) throw new Error(`there is no example "${id}"`);
  return openCase(edition, definition, examples).application;
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
