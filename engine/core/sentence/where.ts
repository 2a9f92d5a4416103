import { chosenIn, fieldAt, recordSchema } from '#core/form/index.ts';
import { asObject, segmentsOf, valueAt } from '#core/json/index.ts';
import type { Definition, FieldSchema, Json, SectionDefinition } from '#core/model/index.ts';
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
  return { definition, category, section, options, item: section && itemsAt(section, segments.slice(4)) };
}

function inRoute(definition: Definition, index: number, event: string | undefined): SentenceScope {
  const route = definition.routes[index];
  return { definition, route, input: event === undefined ? undefined : route?.events[event]?.input?.schema };
}

/** The items of the list in which logic stands: of a field inside them, or of a rule for each. */
function itemsAt(section: SectionDefinition, [part, ...keys]: string[]): FieldSchema | undefined {
  const rule = part === 'rules' ? section.rules?.[Number(keys[0])] : undefined;
  if (rule) return rule.list === undefined ? undefined : itemsOf(section, segmentsOf(rule.list));
  if (part !== 'schema') return undefined;
  const inside = section.kind === 'table' ? keys.slice(1) : keys;
  const end = inside.indexOf('items');
  return end < 0
    ? undefined
    : itemsOf(
        section,
        inside.slice(0, end).filter((key) => key !== 'properties'),
      );
}

function itemsOf(section: SectionDefinition, list: string[]): FieldSchema | undefined {
  return fieldAt(recordSchema(section), list)?.items;
}

/** Where the choices of the field stand that is there. */
function choosingAt(definition: Definition, segments: string[]): FieldSchema {
  return chosenIn(asObject(valueAt(definition as unknown as Json, segments)) as FieldSchema);
}
