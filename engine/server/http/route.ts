import type { Readable } from 'node:stream';
import { type Static, type TObject, type TSchema, Type } from 'typebox';
import type { Ability } from '#core/model/index.ts';
import { type Actor, Failure, type Services } from '#server/services/ground/index.ts';
import { checker } from './check.ts';

/**
 * The rows of the authorization table for objects: the caller's relation to what the address names. For everybody
 * else the object is answered as if it did not exist.
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

/** A request as it arrives, unchecked. */
export type RawRequest = {
  params: unknown;
  query: unknown;
  body: unknown;
  /** The address for which rates are counted. */
  address: string;
  /** The body as it comes, for raw uploads. */
  stream: Readable;
  /** That whoever asked is gone before there was an answer. */
  gone: AbortSignal;
};

/** A request after its parts were checked against the route's schemas. */
type CheckedRequest<P extends TSchema, Q extends TSchema, B extends TSchema> = {
  params: Static<P>;
  query: Static<Q>;
  body: Static<B>;
} & Pick<RawRequest, 'address' | 'stream' | 'gone'>;

/** An answer that is no JSON: a file, a page, a script. `name` is made by the server, never by a user. */
export type RawAnswer = {
  raw: Readable | Buffer | string;
  type: string;
  headers?: Record<string, string>;
  /** Inline, or saved under this name. */
  download?: string;
};

/** An answer that begins (`session` = its secret) or ends (`session: null`) a session. */
export type SessionAnswer<T = unknown> = { session: string | null; body: T };

/** An answer with headers of its own. */
export type HeadedAnswer<T = unknown> = { body: T; headers: Record<string, string> };

/** What a route answers: JSON of a schema, or something of one of these media types. */
type ResponseSchema = TSchema | { raw: string[] };

type Answer<R extends ResponseSchema> = R extends { raw: string[] }
  ? RawAnswer
  : R extends TSchema
    ? Static<R> | SessionAnswer<Static<R>> | HeadedAnswer<Static<R>>
    : never;

/** What the schemas of a route say; the types of what its handler takes and gives follow from them. */
type Declaration<
  P extends TSchema = TObject,
  Q extends TSchema = TObject,
  B extends TSchema = TSchema,
  R extends ResponseSchema = ResponseSchema,
> = {
  summary: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: `/${string}`;
  /** The line of the authorization table for the object that the address or the body names. */
  object?: Relation;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  /** The body is streamed to the handler, not parsed. */
  upload?: true;
  /** The answer holds nothing personal, so its length may reveal what is in it: it is sent compressed. */
  compressed?: true;
  /** Calls a minute for one user. */
  perMinute?: number;
  status?: number;
};

/** Calls the handler of a route with a request that was checked. */
type Call = (services: Services, actor: Actor | null) => Promise<unknown>;

/** A line of the route table: all that the router, the OpenAPI document and the authorization sweep need. */
export type Route = Declaration & {
  access: 'public' | 'session' | Ability[];
  /** Compiles the checks of a request. What it gives throws Failure `invalid` where a request does not fit. */
  compile: () => (request: RawRequest) => Call;
};

/** The parts of a request that a route says nothing of. */
const Nothing = Type.Object({}, { maxProperties: 0 });
type Nothing = typeof Nothing;
type NoBody = Type.TUndefined;

type Handle<P extends TSchema, Q extends TSchema, B extends TSchema, R extends ResponseSchema, Who> = (
  services: Services,
  request: CheckedRequest<P, Q, B>,
  actor: Who,
) => Promise<Answer<NoInfer<R>>>;

/** Declares a route for everybody. */
export function open<
  R extends ResponseSchema,
  P extends TObject = Nothing,
  Q extends TObject = Nothing,
  B extends TSchema = NoBody,
>(route: Declaration<P, Q, B, R> & { handle: Handle<P, Q, B, R, Actor | null> }): Route {
  const { handle, ...declared } = route;
  return {
    ...declared,
    access: 'public',
    compile: () => {
      const check = checkerOf(route);
      return (raw) => {
        const request = check(raw);
        return (services, actor) => handle(services, request, actor);
      };
    },
  };
}

/** Declares a route for people who are logged in, or for those with one of the abilities in `access`. */
export function guarded<
  R extends ResponseSchema,
  P extends TObject = Nothing,
  Q extends TObject = Nothing,
  B extends TSchema = NoBody,
>(route: Declaration<P, Q, B, R> & { access?: Ability[]; handle: Handle<P, Q, B, R, Actor> }): Route {
  const { handle, access = 'session', ...declared } = route;
  return {
    ...open({
      ...declared,
      handle: (services, request, actor) => {
        if (!actor) throw new Failure('unauthenticated', 'unauthenticated');
        return handle(services, request, actor);
      },
    }),
    access,
  };
}

/** Compiles the checks of all parts of a request. */
function checkerOf<P extends TSchema, Q extends TSchema, B extends TSchema>(
  route: Declaration<P, Q, B>,
): (raw: RawRequest) => CheckedRequest<P, Q, B> {
  const params = checker<P>(route.params ?? Nothing);
  const query = checker<Q>(route.query ?? Nothing);
  const body = checker<B>(route.body ?? {});
  return (raw) => ({
    params: params(raw.params),
    query: query(raw.query),
    body: body(raw.body),
    address: raw.address,
    stream: raw.stream,
    gone: raw.gone,
  });
}
