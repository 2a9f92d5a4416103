import { Ajv } from 'ajv';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { expect } from 'vitest';
import type { JsonObject } from '#core/model/index.ts';
import type { ErrorBody } from '#core/model/wire/index.ts';
import { isRaw, type Route, routes } from '#server/http/index.ts';

const ajv = new Ajv({ strict: true, strictTypes: false });
const checks = new Map<Route, ReturnType<typeof ajv.compile>>();

export type Answer<T = JsonObject> = { status: number; body: T; headers: Headers; text: string };

/** A browser's tab: keeps its cookie, sends its origin, and checks every JSON answer against its schema. */
export class Client {
  readonly origin: string;
  #cookie = '';

  constructor(origin: string) {
    this.origin = origin;
  }

  get cookie(): string {
    return this.#cookie;
  }

  get<T = JsonObject>(path: string): Promise<Answer<T>> {
    return this.send<T>('GET', path);
  }

  post<T = JsonObject>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>('POST', path, body);
  }

  put<T = JsonObject>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body);
  }

  delete<T = JsonObject>(path: string): Promise<Answer<T>> {
    return this.send<T>('DELETE', path);
  }

  /** Solves a task of the human check, as the page does; the proof serves once. */
  async proof(): Promise<string> {
    const challenge = await this.must(this.post<Challenge>('/api/challenges', undefined));
    const solution = await solveChallenge({ challenge, deriveKey });
    return btoa(JSON.stringify({ challenge, solution }));
  }

  /** Posts with a new proof: for logging in and registering. */
  async prove<T = JsonObject>(path: string, body: object): Promise<Answer<T>> {
    return this.post<T>(path, { ...body, proof: await this.proof() });
  }

  /** A raw body, as an upload sends it. */
  upload<T = JsonObject>(path: string, content: Uint8Array): Promise<Answer<T>> {
    return this.#fetch<T>(
      'PUT',
      path,
      { 'content-type': 'application/octet-stream' },
      content as Uint8Array<ArrayBuffer>,
    );
  }

  send<T = JsonObject>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    return this.#fetch<T>(method, path, headers, body === undefined ? undefined : JSON.stringify(body));
  }

  /** A file that a request with a body gives. */
  async download(path: string, body: unknown): Promise<Buffer> {
    const headers = { origin: this.origin, cookie: this.#cookie, 'content-type': 'application/json' };
    const response = await fetch(`${this.origin}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) expect.fail(`${response.status}: ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** The body of an answer that must be 2xx; otherwise fails with the server's message. */
  async must<T = JsonObject>(answer: Promise<Answer<T>>): Promise<T> {
    const { status, body, text } = await answer;
    if (status >= 300) expect.fail(`${status}: ${text.slice(0, 1500)}`);
    return body;
  }

  async #fetch<T>(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: BodyInit,
  ): Promise<Answer<T>> {
    const cookie: Record<string, string> = this.#cookie === '' ? {} : { cookie: this.#cookie };
    const response = await fetch(`${this.origin}${path}`, {
      method,
      ...(body !== undefined && { body }),
      headers: { origin: this.origin, ...cookie, ...headers },
    });
    this.#keep(response);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    const parsed = isJson ? (JSON.parse(text) as unknown) : {};
    if (isJson && response.status < 300) holdAgainstSchema(method, path, parsed);
    return { status: response.status, body: parsed as T, headers: response.headers, text };
  }

  #keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.#cookie = pair.endsWith('=') ? '' : pair;
    }
  }
}

export type Refused = Answer<ErrorBody>;

/** Every answer is what the API's description says it is. */
function holdAgainstSchema(method: string, path: string, body: unknown): void {
  const [plain = ''] = path.split('?');
  const route = routes.find((one) => one.method === method && patternOf(one.path).test(plain));
  if (!route || isRaw(route.response)) return;
  const check = checks.get(route) ?? ajv.compile(route.response);
  checks.set(route, check);
  if (!check(body)) expect.fail(`${method} ${path}: ${ajv.errorsText(check.errors)}`);
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`);
