/** JSON Schema by interpretation: a schema becomes closures, so that it also judges where code may not be compiled. */
export { compileSchema, type InterpretedSchema, type SchemaError } from './schema.ts';
