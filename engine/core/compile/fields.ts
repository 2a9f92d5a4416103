import { pointer } from '#core/json/index.ts';
import type {
  CompiledField,
  CompiledList,
  CompiledLogic,
  FieldSchema,
  Logic,
  LogicScope,
} from '#core/model/index.ts';
import { compileLogic } from './logic/index.ts';
import { sortedFields } from './plan.ts';

/** Where fields are compiled: the keys above them, the fields above them that a condition may hide, the optional groups. */
type Above = { segments: string[]; visibilityChain: CompiledField[]; optional: string[][] };

/** Every field below an object that has a condition, parents before children. Those inside lists are the lists' own. */
export function compileFields(schema: FieldSchema, scope: LogicScope): CompiledField[] {
  return fieldsBelow(schema, { segments: [], visibilityChain: [], optional: [] }, scope);
}

/** The lists below an object whose items have logic of their own; what lists inside those hold has none. */
export function compileLists(schema: FieldSchema, scope: LogicScope, above: string[] = []): CompiledList[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const segments = [...above, name];
    if (field.items === undefined) return compileLists(field, scope, segments);
    const fields = compileFields(field.items, scope);
    const preset = compileOptional(field.items.preset, scope);
    const list = {
      path: pointer(...segments),
      segments,
      schema: field,
      fields,
      ...sortedFields(fields),
      preset,
    };
    return fields.length === 0 && preset === undefined ? [] : [list];
  });
}

function fieldsBelow(schema: FieldSchema, above: Above, scope: LogicScope): CompiledField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const segments = [...above.segments, name];
    const listed = schema.required?.includes(name) ?? false;
    const compiled = compileField(field, { ...above, segments }, listed, scope);
    const visibilityChain = compiled?.visibilityChain ?? above.visibilityChain;
    const optional = listed ? above.optional : [...above.optional, segments];
    const below = fieldsBelow(field, { segments, visibilityChain, optional }, scope);
    return compiled === null ? below : [compiled, ...below];
  });
}

function compileField(
  schema: FieldSchema,
  { segments, visibilityChain, optional }: Above,
  listed: boolean,
  scope: LogicScope,
): CompiledField | null {
  const compiled: CompiledField = {
    path: pointer(...segments),
    segments,
    schema,
    listed,
    visibilityChain,
    optional,
    visible: compileOptional(schema.visibleWhen, scope),
    required: compileOptional(schema.requiredWhen, scope),
    readOnly: compileOptional(schema.readOnlyWhen, scope),
    derive: compileOptional(schema.derive, scope),
    preset: compileOptional(schema.preset, scope),
    options: compileOptional(schema.optionsWhen, scope),
    disabled: (schema.disabledWhen ?? []).map(({ when, reason }) => ({
      when: compileLogic(when, scope),
      reason,
    })),
  };
  if (compiled.visible !== undefined) compiled.visibilityChain = [...visibilityChain, compiled];
  const { visible, required, readOnly, derive, preset, options, disabled } = compiled;
  const hasLogic = visible ?? required ?? readOnly ?? derive ?? preset ?? options ?? disabled[0];
  return hasLogic === undefined ? null : compiled;
}

/** Compiles logic where there is some. */
export function compileOptional(logic: Logic | undefined, scope: LogicScope): CompiledLogic | undefined {
  return logic === undefined ? undefined : compileLogic(logic, scope);
}
