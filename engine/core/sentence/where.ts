import { chosenIn } from '#core/form/index.ts';
import { asObject, segmentsOf, valueAt } from '#core/json/index.ts';
import type { Definition, FieldSchema, Json } from '#core/model/index.ts';
import type { SentenceScope } from './scope.ts';

/** The surroundings of what stands at a pointer into a definition. */
export function scopeAt(definition: Definition, pointer: string): SentenceScope {
  const segments = segmentsOf(pointer);
  const [part, index = '', inside, id = ''] = segments;
  if (part === 'routes') return inRoute(definition, Number(index), inside === 'events' ? id : undefined);
  if (part !== 'categories') return { definition, candidate: part === 'programme' ? true : undefined };
  const category = definition.categories[Number(index)];
  const section = inside === 'sections' ? category?.sections[Number(id)] : undefined;
  const end = segments.findIndex((key) => key === 'optionsWhen' || key === 'disabledWhen');
  const options = end < 0 ? undefined : choosingAt(definition, segments.slice(0, end));
  return { definition, category, section, options };
}

function inRoute(definition: Definition, index: number, event: string | undefined): SentenceScope {
  const route = definition.routes[index];
  return { definition, route, input: event === undefined ? undefined : route?.events[event]?.input?.schema };
}

/** Where the choices of the field stand that is there. */
function choosingAt(definition: Definition, segments: string[]): FieldSchema {
  return chosenIn(asObject(valueAt(definition as unknown as Json, segments)) as FieldSchema);
}
