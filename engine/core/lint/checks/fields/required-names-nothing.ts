import type { FieldSchema } from '#core/model/index.ts';
import type { Check, Finding, LintContext } from '../../context.ts';
import { meantHint } from '../../nearest.ts';

/** `required` names a property that the object does not have. */
export const requiredNamesNothing: Check = {
  code: 'required-names-nothing',
  run: (context) => objectsIn(context).flatMap(({ schema, at }) => checkRequired(schema, at)),
};

function objectsIn({ sections, fields, routes }: LintContext): { schema: FieldSchema; at: string }[] {
  return [
    ...sections.flatMap(({ record, recordPointer }) =>
      record ? [{ schema: record, at: recordPointer }] : [],
    ),
    ...fields.map(({ schema, pointer }) => ({ schema, at: pointer })),
    ...fields.flatMap(({ schema, pointer }) =>
      schema.items ? [{ schema: schema.items, at: `${pointer}/items` }] : [],
    ),
    ...routes.flatMap(({ route, pointer }) =>
      Object.entries(route.events).flatMap(([name, { input }]) =>
        input ? [{ schema: input.schema, at: `${pointer}/events/${name}/input/schema` }] : [],
      ),
    ),
  ];
}

function checkRequired({ required = [], properties = {} }: FieldSchema, at: string): Finding[] {
  return required.flatMap((name, index) => {
    if (Object.hasOwn(properties, name)) return [];
    const place = `${at}/required/${index}`;
    return [{ at: place, params: { name }, ...meantHint(name, Object.keys(properties)) }];
  });
}
