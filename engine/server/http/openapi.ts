import type { Json, JsonObject } from '#core/model/index.ts';
import type { Route } from './route.ts';
import { errorBody } from './schemas/index.ts';

/** The OpenAPI 3.1 document of a route table. */
export function openApi(routes: Route[], title: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1' },
    paths,
    components: {
      schemas: { ErrorBody: errorBody },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'sid' } },
    },
  };
}

function operation(route: Route): JsonObject {
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

const abilitiesOf = (route: Route): Json => (Array.isArray(route.access) ? [...route.access] : []);

function parametersOf(schema: JsonObject | undefined, place: 'path' | 'query'): JsonObject[] {
  const properties = (schema?.properties ?? {}) as Record<string, JsonObject>;
  const required = Array.isArray(schema?.required) ? schema.required : [];
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: one,
  }));
}

function contentOf({ response }: Route): JsonObject {
  if (!isRaw(response)) return { 'application/json': { schema: response } };
  return Object.fromEntries(response.raw.map((type) => [type, {}]));
}

export const isRaw = (response: Route['response']): response is { raw: string[] } =>
  Array.isArray(response.raw);
