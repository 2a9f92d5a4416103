/**
 * What a handler takes and gives follows from the schemas of its route. The compiler runs these tests: a line that is
 * expected not to compile, and does, is an error.
 */
import { Readable } from 'node:stream';
import { type Static, Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { type CaseView, closed, Empty, id, mapOf, nullable, oneOf } from '#core/model/wire/index.ts';
import type { RawAnswer, RawRequest, Route } from '#server/http/route.ts';
import { guarded, open } from '#server/http/route.ts';

const of = { summary: 'for a test', method: 'POST', path: '/api/test' } as const;
const View = closed({ id, count: Type.Integer(), note: Type.Optional(Type.String()), kind: oneOf('a', 'b') });
const right: Static<typeof View> = { id: 'x', count: 1, kind: 'a' };

/** Routes that the compiler must take. */
const good: Route[] = [
  open({ ...of, response: View, handle: async () => right }),
  open({ ...of, response: nullable(View), handle: async () => null }),
  open({ ...of, response: Empty, handle: async () => ({ session: null, body: {} }) }),
  open({ ...of, response: { raw: ['text/plain'] }, handle: async () => ({ raw: 'x', type: 'text/plain' }) }),
  guarded({
    ...of,
    params: closed({ id }),
    query: closed({ after: Type.Optional(Type.String()) }),
    body: closed({ count: Type.Integer() }),
    response: mapOf(Type.Integer()),
    handle: async (_services, { params, query, body }, actor) => {
      const after: string | undefined = query.after;
      return { [`${params.id}${after}${actor.userId}`]: body.count };
    },
  }),
];

/** Routes that it must refuse, and why. */
const wrong: Route[] = [
  // @ts-expect-error: a member is missing
  open({ ...of, response: View, handle: async () => ({ id: 'x', kind: 'a' as const }) }),
  // @ts-expect-error: a member is of another type
  open({ ...of, response: View, handle: async () => ({ ...right, count: '1' }) }),
  // @ts-expect-error: a word that is not among those
  open({ ...of, response: View, handle: async () => ({ ...right, kind: 'c' as const }) }),
  // @ts-expect-error: a member that the schema does not know
  open({ ...of, response: View, handle: async () => ({ id: 'x', count: 1, kind: 'a', more: true }) }),
  // @ts-expect-error: null where there is always something
  open({ ...of, response: View, handle: async () => null }),
  // @ts-expect-error: something where there is never anything
  open({ ...of, response: Empty, handle: async () => right }),
  // @ts-expect-error: a session around another body
  open({ ...of, response: View, handle: async () => ({ session: 'secret', body: {} }) }),
  // @ts-expect-error: JSON where a file is told of
  open({ ...of, response: { raw: ['text/plain'] }, handle: async () => right }),
  // @ts-expect-error: a file where JSON is told of
  open({ ...of, response: View, handle: async (): Promise<RawAnswer> => ({ raw: 'x', type: 'text/plain' }) }),
  open({
    ...of,
    params: closed({ id }),
    response: View,
    // @ts-expect-error: a part of the address that there is not
    handle: async (_services, { params }) => ({ ...right, id: params.case }),
  }),
  open({
    ...of,
    query: closed({ after: Type.Optional(Type.String()) }),
    response: View,
    // @ts-expect-error: may be missing
    handle: async (_services, { query }) => ({ ...right, id: query.after }),
  }),
  open({
    ...of,
    response: View,
    // @ts-expect-error: a body that the route does not ask for
    handle: async (_services, { body }) => ({ ...right, id: body.id }),
  }),
  open({
    ...of,
    response: View,
    // @ts-expect-error: nobody may be logged in
    handle: async (_services, _request, actor) => ({ ...right, id: actor.userId }),
  }),
];

/** Views keep what the model knows more exactly than JSON Schema tells it. */
const enteredAt = ({ state }: CaseView): string => state.context.enteredAt;

// Read by the compiler alone.
void [wrong, enteredAt];

/** The last of the good routes, asked with these parts. */
function ask(parts: Partial<RawRequest>): () => unknown {
  const [accept] = good.slice(-1).map((route) => route.compile());
  const whole = {
    params: { id: 'x' },
    query: {},
    body: { count: 1 },
    address: '',
    stream: Readable.from([]),
    gone: new AbortController().signal,
  };
  return () => accept?.({ ...whole, ...parts });
}

describe('what the compiler assumes of a request', () => {
  it('is checked when it comes', () => {
    expect(ask({})()).toBeTypeOf('function');
    expect(ask({ query: { after: 'y' } })()).toBeTypeOf('function');
  });

  it.each([
    ['a missing part of the address', { params: {} }],
    ['a parameter that the route does not know', { query: { before: 'y' } }],
    ['a body of another shape', { body: { count: '1' } }],
    ['no body', { body: undefined }],
  ])('refuses %s', (_name, parts) => {
    expect(ask(parts)).toThrow('bad-request');
  });

  it('a route that says nothing of parameters takes none', () => {
    const [accept] = good.slice(0, 1).map((route) => route.compile());
    const none = {
      params: {},
      query: {},
      body: undefined,
      address: '',
      stream: Readable.from([]),
      gone: new AbortController().signal,
    };
    expect(accept?.(none)).toBeTypeOf('function');
    expect(() => accept?.({ ...none, query: { a: 'b' } })).toThrow('bad-request');
  });
});
