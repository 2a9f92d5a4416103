import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { crc32, deflateSync } from 'node:zlib';
import { asObject } from '#core/json/index.ts';
import type { JsonObject } from '#core/model/index.ts';
import type { CaseView, FileRef, SectionRecord } from '#core/model/wire/index.ts';
import type { Answer, Client } from '../journeys/client.ts';

/**
 * Somebody who does one thing after the other, whatever happens to the server. Where nobody answers, what is there is
 * looked up, held against what was acknowledged, and gone on from.
 */
export abstract class Survivor {
  readonly client: Client;
  readonly id: string;
  /** What the server has answered for. */
  acknowledged = 0;
  /** What was acknowledged and is not there, or is there otherwise. */
  readonly lost: string[] = [];

  constructor(client: Client, id: string) {
    this.client = client;
    this.id = id;
  }

  /** One thing; throws where nobody answers. */
  protected abstract act(): Promise<void>;

  /** Holds what is there against what was acknowledged. */
  protected abstract compare(view: CaseView): Promise<void> | void;

  async goOn(isOver: () => boolean): Promise<void> {
    let isKnown = false;
    while (!isOver()) {
      try {
        if (!isKnown) await this.lookUp();
        isKnown = true;
        await this.act();
      } catch (error) {
        // What `fetch` throws where nobody answers; all else is wrong.
        if (!(error instanceof TypeError)) throw error;
        isKnown = false;
        await setTimeout(20);
      }
    }
  }

  async lookUp(): Promise<void> {
    await this.compare(await this.client.must(this.client.get<CaseView>(`/api/cases/${this.id}`)));
  }

  protected async acknowledge<T>(answer: Promise<Answer<T>>): Promise<T> {
    const body = await this.client.must(answer);
    this.acknowledged += 1;
    return body;
  }
}

/** Saves a section again and again: numbers, each one more than the last. */
export class Saver extends Survivor {
  #version = 0;
  #number = 0;
  #plan: JsonObject = {};
  /** The last number that was acknowledged. */
  #safe = 0;

  protected async act(): Promise<void> {
    this.#number += 1;
    const value = { ...this.#plan, title: `Beds ${this.#number}` };
    const sent = { version: this.#version, value };
    const path = `/api/cases/${this.id}/sections/plan`;
    this.#version = (await this.acknowledge(this.client.put<SectionRecord>(path, sent))).version;
    this.#safe = this.#number;
  }

  protected compare({ sections }: CaseView): void {
    this.#plan = asObject(sections.plan?.value);
    this.#version = sections.plan?.version ?? 0;
    const found = Number(/\d+$/.exec(String(this.#plan.title))?.[0] ?? 0);
    if (found < this.#safe || found > this.#number)
      this.lost.push(`${this.id}: ${this.#safe} was acknowledged, ${this.#number} sent, ${found} is there`);
  }
}

/** Files in a slot that holds four at most: the oldest makes room for the next. */
export class Uploader extends Survivor {
  #there: { id: string; sha256: string }[] = [];
  #number = 0;

  protected async act(): Promise<void> {
    const [oldest] = this.#there;
    if (oldest && this.#there.length === 4) {
      this.#there.shift();
      await this.client.must(this.client.delete(`/api/files/${oldest.id}`));
      return;
    }
    this.#number += 1;
    const content = picture(`${this.id} ${this.#number}`);
    const path = `/api/cases/${this.id}/files?section=photos&slot=plot&name=${this.#number}.png`;
    const { id } = await this.acknowledge(this.client.upload<FileRef>(path, content));
    this.#there.push({ id, sha256: hashOf(content) });
  }

  protected async compare({ files }: CaseView): Promise<void> {
    for (const { id, sha256 } of this.#there)
      if (!files.some((file) => file.id === id && file.sha256 === sha256))
        this.lost.push(`${this.id}: ${id} was acknowledged and is not there`);
    for (const { id, sha256 } of files) {
      const { status, bytes } = await this.#download(id);
      if (status !== 200 || hashOf(bytes) !== sha256)
        this.lost.push(`${this.id}: ${id} is not what was sent`);
    }
    this.#there = files.map(({ id, sha256 }) => ({ id, sha256 }));
  }

  async #download(id: string): Promise<{ status: number; bytes: Uint8Array }> {
    const { origin, cookie } = this.client;
    const answer = await fetch(`${origin}/api/files/${id}`, { headers: { cookie } });
    return { status: answer.status, bytes: await answer.bytes() };
  }
}

/** An application that is handed in by its owner and returned by its desk. */
export class Mover extends Survivor {
  readonly #desk: Client;
  /** Of the case, when it was last seen. */
  #version = 0;
  #isIn = false;
  #unanswered = 0;
  #seen = 0;

  constructor(client: Client, id: string, desk: Client) {
    super(client, id);
    this.#desk = desk;
  }

  protected async act(): Promise<void> {
    const [client, event] = this.#isIn ? [this.#desk, 'RETURN'] : [this.client, 'SUBMIT'];
    const sent = {
      event,
      version: this.#version,
      ...(this.#isIn && { input: { opinion: 'Look at it again' } }),
    };
    this.#unanswered += 1;
    await this.acknowledge(client.post(`/api/cases/${this.id}/events`, sent));
    this.#unanswered -= 1;
    await this.lookUp();
  }

  protected compare({ version, state, events }: CaseView): void {
    this.#version = version;
    this.#isIn = state.value === 'atAssociation';
    const found = events.length;
    this.#seen = found;
    if (found < this.acknowledged || found > this.acknowledged + this.#unanswered)
      this.lost.push(`${this.id}: ${this.acknowledged} were acknowledged, ${found} are there`);
  }

  /** How many times it has moved, as it was last seen. */
  get moves(): number {
    return this.#seen;
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A picture of one dot that carries this text, so that no two are alike. */
function picture(text: string): Uint8Array {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Title\0${text}`, 'latin1')),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
