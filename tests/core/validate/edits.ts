import fc from 'fast-check';
import type { CompiledCategory, CompiledEdition, FieldSchema, Json } from '#core/model/index.ts';

/** One answer as somebody gives it: a pointer into the sections, and what is put there; undefined takes it away. */
export type Edit = { path: string; value: Json | undefined };

/** Sequences of edits to a form: mostly of its fields, now and then of a group, a row or a whole section. */
export function editsOf(edition: CompiledEdition, { sections }: CompiledCategory): fc.Arbitrary<Edit[]> {
  const edit = fc.constantFrom(...sections).chain(({ id, shape }) => below(edition, `/${id}`, shape));
  return fc.array(edit, { minLength: 1, maxLength: 6 });
}

const row = fc.constantFrom('0', '0', '1', '2');

function below(edition: CompiledEdition, path: string, field: FieldSchema): fc.Arbitrary<Edit> {
  const here = answerTo(edition, field).map((value) => ({ path, value }));
  const { items } = field;
  const parts = Object.entries(field.properties ?? {});
  if (items === undefined && parts.length === 0) return here;
  const deeper = items
    ? row.chain((index) => below(edition, `${path}/${index}`, items))
    : fc.constantFrom(...parts).chain(([name, part]) => below(edition, `${path}/${name}`, part));
  return fc.oneof({ weight: 12, arbitrary: deeper }, { weight: 1, arbitrary: here });
}

const scrap: fc.Arbitrary<Json | undefined> = fc.constantFrom<(Json | undefined)[]>(
  ...[
    undefined,
    null,
    '',
    'x',
    'none',
    '无',
    '/',
    true,
    false,
    0,
    7,
    120,
    5000,
    '2026-03',
    '2020.01-',
    [],
    {},
  ],
);

/** Mostly what the field takes; everything that a definition compares is among the codes and the scraps. */
function answerTo(edition: CompiledEdition, field: FieldSchema): fc.Arbitrary<Json | undefined> {
  const codes = edition.codes[field.code ?? '']?.entries.map(({ code }) => code) ?? [];
  const listed = [...codes, ...(field.enum ?? []), ...(field.none === undefined ? [] : [field.none])];
  if (listed.length > 0) return mostly(fc.constantFrom<Json[]>(...listed));
  if (field.type === 'boolean') return mostly(fc.boolean());
  if (field.type === 'number' || field.type === 'integer') return mostly(fc.nat({ max: 200 }));
  if (field.items) return mostly(fc.array(record(edition, field.items), { maxLength: 3 }));
  if (field.properties) return mostly(record(edition, field));
  return mostly(fc.constantFrom('Test A', 'Show', 'Busy', '2', '1970-05-06', '2026-03', '2020.01-2021.02'));
}

function mostly(good: fc.Arbitrary<Json>): fc.Arbitrary<Json | undefined> {
  return fc.oneof({ weight: 3, arbitrary: good }, { weight: 1, arbitrary: scrap });
}

function record(edition: CompiledEdition, { properties = {} }: FieldSchema): fc.Arbitrary<Json> {
  const fields = Object.entries(properties).map(
    ([name, field]) => [name, answerTo(edition, field).map((value) => value ?? null)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] }).map((value) => value as Json);
}
