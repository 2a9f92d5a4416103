import { isObject, type Json, type JsonObject, valueAtPointer } from '#core/json/index.ts';
import {
  allOf,
  type Check,
  type Compiler,
  type Keyword,
  type SchemaError,
  type TypedCheck,
} from './check.ts';
import { ofLists } from './keywords/lists.ts';
import { ofNumbers } from './keywords/numbers.ts';
import { ofObjects } from './keywords/objects.ts';
import { ofTexts } from './keywords/texts.ts';
import { ofValues } from './keywords/values.ts';
import { ofType, typesOf, typeTest } from './types.ts';

export type { SchemaError } from './check.ts';

/** A schema that is ready to judge values. */
export type InterpretedSchema = {
  /** Whether a value fits; stops at the first error. */
  accepts(value: Json): boolean;
  /** Every error of a value, in Ajv's order. */
  errorsOf(value: Json): SchemaError[];
};

type Options = {
  /** The formats that schemas may name. */
  formats?: Readonly<Record<string, { test(text: string): boolean }>>;
  /** Other schemas with an `$id`, to which references may lead. */
  documents?: readonly JsonObject[];
};

/** Keywords of one type, or of all. */
type Group = { type?: string; keywords: Map<string, Keyword<never>> };

/** In the order in which Ajv asks them. */
const GROUPS: Group[] = [
  { keywords: new Map(ofValues) },
  { type: 'number', keywords: new Map(ofNumbers) },
  { type: 'string', keywords: new Map(ofTexts) },
  { type: 'array', keywords: new Map(ofLists) },
  { type: 'object', keywords: new Map(ofObjects) },
];

/** Keywords that only name things, or belong to another one. */
const SILENT = ['$id', '$defs', 'definitions', 'type', 'then', 'else'];
const KNOWN = new Set([...SILENT, ...GROUPS.flatMap(({ keywords }) => [...keywords.keys()])]);

/**
 * Makes closures of a schema of the closed subset that definitions and their meta-schemas use; nothing is compiled from
 * text. Throws for a keyword, type, format or reference that is not there.
 */
export function compileSchema(schema: JsonObject, options: Options = {}): InterpretedSchema {
  const documents = new Map((options.documents ?? []).map((one) => [String(one.$id), one]));
  const check = createCompiler(schema, { documents, formats: options.formats ?? {}, known: new Map() }).check(
    schema,
  );
  return {
    accepts: (value) => check === null || check(value, '', null),
    errorsOf: (value) => {
      const errors: SchemaError[] = [];
      check?.(value, '', errors);
      return errors;
    },
  };
}

type Library = {
  documents: ReadonlyMap<string, JsonObject>;
  formats: NonNullable<Options['formats']>;
  /** What references name, compiled once each. */
  known: Map<Json, Check>;
};

/** `root`: the document in which the schemas stand, where references without a name lead. */
function createCompiler(root: JsonObject, library: Library): Compiler {
  const compiler: Compiler = {
    check: (schema) => checkOf(schema, compiler),
    refer: (reference) => referred(reference, root, library),
    format: (name) => {
      const format = Object.hasOwn(library.formats, name) ? library.formats[name] : undefined;
      if (format === undefined) throw new Error(`A schema names the unknown format '${name}'`);
      return (text) => format.test(text);
    },
  };
  return compiler;
}

/** What a reference names is compiled when it is first needed: schemas refer to themselves. */
function referred(reference: string, root: JsonObject, library: Library): Check {
  const [name = '', path = ''] = reference.split('#');
  const document = name === '' || name === root.$id ? root : library.documents.get(name);
  const target = document && valueAtPointer(document, path);
  if (document === undefined || target === undefined)
    throw new Error(`A schema refers to '${reference}', which is not there`);
  return (value, at, errors) => {
    const check = library.known.get(target) ?? createCompiler(document, library).check(target) ?? always;
    library.known.set(target, check);
    return check(value, at, errors);
  };
}

const always: Check = () => true;

function checkOf(schema: Json, compiler: Compiler): Check | null {
  if (schema === true) return null;
  if (!isObject(schema)) throw new Error('A schema is an object, or true where everything fits');
  const foreign = Object.keys(schema).find((keyword) => !KNOWN.has(keyword));
  if (foreign !== undefined)
    throw new Error(`A schema has the keyword '${foreign}', which is not interpreted`);
  const [type, second] = typesOf(schema);
  const inGroup =
    second === undefined ? GROUPS.find((group) => group.type === type && names(schema, group)) : undefined;
  const first = type === undefined || inGroup ? [] : [ofType(schema)];
  const checks = [
    ...first,
    ...GROUPS.flatMap((group) => ofGroup(schema, group, compiler, group === inGroup)),
  ];
  return checks.length === 0 ? null : allOf(checks);
}

function names(schema: JsonObject, { type, keywords }: Group): boolean {
  return type !== undefined && [...keywords.keys()].some((keyword) => schema[keyword] !== undefined);
}

/** The keywords of one group; a value of another type passes, or is refused where the schema wants just that type. */
function ofGroup(schema: JsonObject, { type, keywords }: Group, compiler: Compiler, only: boolean): Check[] {
  const checks = [...keywords].flatMap(([keyword, make]) =>
    schema[keyword] === undefined ? [] : ((make(schema, compiler) as TypedCheck<Json> | null) ?? []),
  );
  if (checks.length === 0) return only ? [ofType(schema)] : [];
  const check = allOf(checks);
  if (type === undefined) return [check];
  const fits = typeTest(type);
  const refuse = only ? ofType(schema) : always;
  return [(value, at, errors) => (fits(value) ? check(value, at, errors) : refuse(value, at, errors))];
}
