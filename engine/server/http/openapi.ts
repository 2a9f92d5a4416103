import type { TObject } from 'typebox';
import { ErrorBody } from '#core/model/wire/index.ts';
import type { Route } from './route.ts';

/** The OpenAPI 3.1 document of a route table. */
export function openApi(routes: Route[], title: string): object {
  const paths: Record<string, object> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    paths,
    components: {
      schemas: { ErrorBody },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sid' } },
    },
  };
}

function operation(route: Route): object {
  const parameters = [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')];
  return {
    summary: route.summary,
    'x-access': route.access,
    ...(route.object ? { 'x-object': route.object } : {}),
    parameters,
    ...(route.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }
      : {}),
    ...(route.upload ? { requestBody: { required: true, content: { 'application/octet-stream': {} } } } : {}),
    ...(route.access === 'public'
      ? { security: [] }
      : { security: [{ session: [] }], 'x-abilities': abilitiesOf(route) }),
    responses: {
      [String(route.status ?? 200)]: { description: 'Done', content: contentOf(route) },
      default: {
        description: 'Refused',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorBody' } } },
      },
    },
  };
}

const abilitiesOf = ({ access }: Route): string[] => (Array.isArray(access) ? access : []);

function parametersOf(schema: TObject | undefined, place: 'path' | 'query'): object[] {
  const required: readonly string[] = schema?.required ?? [];
  return Object.entries(schema?.properties ?? {}).map(([name, one]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: one,
  }));
}

function contentOf({ response }: Route): object {
  if (!isRaw(response)) return { 'application/json': { schema: response } };
  return Object.fromEntries(response.raw.map((type) => [type, {}]));
}

/** Whether a route answers with something other than JSON. */
export const isRaw = (response: Route['response']): response is { raw: string[] } =>
  'raw' in response && Array.isArray(response.raw);
