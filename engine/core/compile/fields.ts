import { pointer } from '#core/json/index.ts';
import type { CompiledField, CompiledLogic, FieldSchema, Logic, LogicScope } from '#core/model/index.ts';
import { compileLogic } from './logic/index.ts';

/** Where fields are compiled: the keys above them, the fields above them that a condition may hide, the optional groups. */
type Above = { segments: string[]; visibilityChain: CompiledField[]; optional: string[][] };

/** Every field below an object that has a condition, parents before children. Lists inside rows have none. */
export function compileFields(schema: FieldSchema, scope: LogicScope): CompiledField[] {
  return fieldsBelow(schema, { segments: [], visibilityChain: [], optional: [] }, scope);
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
  };
  if (compiled.visible !== undefined) compiled.visibilityChain = [...visibilityChain, compiled];
  const { visible, required, readOnly, derive, preset, options } = compiled;
  return (visible ?? required ?? readOnly ?? derive ?? preset ?? options) ? compiled : null;
}

/** Compiles logic where there is some. */
export function compileOptional(logic: Logic | undefined, scope: LogicScope): CompiledLogic | undefined {
  return logic === undefined ? undefined : compileLogic(logic, scope);
}
