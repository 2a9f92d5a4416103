import type { Readable } from 'node:stream';
import type { Ability, Json, JsonObject } from '#core/model/index.ts';
import type { Actor, Services } from '#server/services/ground/index.ts';

/**
 * The lines of the authorization table for objects: how the caller must stand to what the address names. Whoever does
 * not stand so is answered as if it were not there.
 *
 * - `case`: its applicant; a desk that it was handed in to, and every organisation above the one that it was filed
 *   from once it was handed in, both with the ability over its subject
 * - `user`: in an organisation below mine; or in mine, unless it is me or the one that it registered with
 * - `child`: an organisation directly below mine that mine may create by hand
 * - `branch`: an organisation anywhere below mine
 * - `approved`: any approved organisation
 * - `name`: something that everybody who may call knows by name; an unknown name is not there
 */
export type Relation = 'case' | 'user' | 'child' | 'branch' | 'approved' | 'name';

/** A request after its parts were checked against the route's schemas. */
export type ApiRequest<P = object, Q = object, B = undefined> = {
  params: P;
  query: Q;
  body: B;
  /** The address that rates are counted for. */
  address: string;
  /** The body as it comes, for raw uploads. */
  stream: Readable;
};

/** An answer that is no JSON: a file, a page, a script. `name` is made by the server, never by a user. */
export type RawAnswer = {
  raw: Readable | Buffer | string;
  type: string;
  headers?: Record<string, string>;
  /** Inline, or saved under this name. */
  download?: string;
};

/** An answer that begins (`session` = its secret) or ends (`session: null`) a session. */
export type SessionAnswer = { session: string | null; body: Json | object };

type Schemas = {
  summary: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: `/${string}`;
  /** The line of the authorization table for the object that the address or the body names. */
  object?: Relation;
  params?: JsonObject;
  query?: JsonObject;
  body?: JsonObject;
  /** The JSON that comes back, or the media types of a raw answer. */
  response: JsonObject | { raw: string[] };
  /** The body is streamed to the handler, not parsed. */
  upload?: true;
  /** Calls a minute for one user. */
  perMinute?: number;
  status?: number;
};

/** A line of the route table: all that the router, the OpenAPI document and the authorization sweep need. */
export type Route = Schemas &
  (
    | {
        access: 'public';
        handle: (
          services: Services,
          request: ApiRequest<never, never, never>,
          actor: Actor | null,
        ) => Promise<unknown>;
      }
    | {
        access: 'session' | Ability[];
        handle: (
          services: Services,
          request: ApiRequest<never, never, never>,
          actor: Actor,
        ) => Promise<unknown>;
      }
  );

type Parts = { params?: object; query?: object; body?: unknown };
type Request<T extends Parts> = ApiRequest<
  T extends { params: infer P } ? P : object,
  T extends { query: infer Q } ? Q : object,
  T extends { body: infer B } ? B : undefined
>;

/** Declares a route for everybody. The type argument names the parts that its schemas check. */
export function open<T extends Parts = object>(
  route: Schemas & {
    handle: (services: Services, request: Request<T>, actor: Actor | null) => Promise<unknown>;
  },
): Route {
  return { ...route, access: 'public' };
}

/** Declares a route for people who are logged in, or for those with one of the abilities in `access`. */
export function guarded<T extends Parts = object>(
  route: Schemas & {
    access?: Ability[];
    handle: (services: Services, request: Request<T>, actor: Actor) => Promise<unknown>;
  },
): Route {
  return { ...route, access: route.access ?? 'session' };
}
