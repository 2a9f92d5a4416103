import type { JsonObject } from '#core/model/index.ts';
import type { NewKind, NewProgramme, NewQuestion, NewUnit, StarterParts } from '#core/starter/index.ts';
import { writtenOf } from '../../draft/rooms/forms/model/field-kinds.ts';
import { idFrom } from '../../draft/rooms/forms/model/ids.ts';
import { type Question, TOP, type Typed } from './typed.ts';
import { unitsOf } from './units.ts';

/** Ids that what is typed may not have: `programme` of the one that is served, and questions of the starter by section. */
type Taken = { programme: string; questions: Record<string, string[]> };

/** What was typed, with ids made of it by pinyin. */
export async function planOf(typed: Typed, parts: StarterParts, taken: Taken): Promise<NewProgramme> {
  const kinds = await kindsOf(typed, parts);
  const ask = (section: string, questions: Question[]) =>
    asked(questions, `application.${section}`, taken.questions[section] ?? []);
  return {
    id: await idFrom(typed.title.trim(), new Set([taken.programme]), 'programme'),
    title: typed.title.trim(),
    topName: typed.topName.trim(),
    kinds: kinds.map(({ key: _key, ...kind }) => kind),
    units: await unitsWith(typed, parts, new Map(kinds.map(({ key, id }) => [key, id]))),
    person: {
      title: typed.people.title.trim(),
      questions: await ask(parts.person.section, typed.people.questions),
    },
    organisation: {
      title: typed.organisation.title.trim(),
      questions: await ask(parts.organisation.section, typed.organisation.questions),
    },
    form: typed.form.trim(),
    section: typed.section.trim(),
    questions: await ask(parts.section, typed.questions),
    sheet: typed.sheet.trim(),
    roster: typed.roster.trim(),
  };
}

type KeyedKind = NewKind & { key: number };

/** Kinds in the order of the page, each after the one above it. */
async function kindsOf({ top, kinds, applies }: Typed, parts: StarterParts): Promise<KeyedKind[]> {
  const made: KeyedKind[] = [{ key: TOP, id: parts.top, title: top.trim(), above: null }];
  const taken = new Set([parts.top, parts.applies]);
  for (const { key, title, above } of kinds) {
    const id = key === applies ? parts.applies : await idFrom(title.trim(), taken, 'kind');
    taken.add(id);
    made.push({
      key,
      id,
      title: title.trim(),
      above: made.find((one) => one.key === above)?.id ?? parts.top,
    });
  }
  return made;
}

async function unitsWith(
  typed: Typed,
  { top }: StarterParts,
  kinds: ReadonlyMap<number, string>,
): Promise<NewUnit[]> {
  const made: NewUnit[] = [];
  const taken = new Set([top]);
  const byName = new Map<string, string>();
  for (const unit of typed.kinds.flatMap((kind) => unitsOf(kind, typed).units)) {
    const id = await idFrom(unit.name, taken, 'organisation');
    taken.add(id);
    byName.set(unit.name, id);
    const above = unit.above === null ? top : (byName.get(unit.above) ?? top);
    made.push({ id, kind: kinds.get(unit.kind) ?? top, name: unit.name, above });
  }
  return made;
}

async function asked(questions: Question[], base: string, known: string[]): Promise<NewQuestion[]> {
  const taken = new Set(known);
  const ids = new Map<number, string>();
  for (const { key, title } of questions) {
    const id = await idFrom(title.trim(), taken, 'entry');
    taken.add(id);
    ids.set(key, id);
  }
  return questions.map((one) => questionWith(one, base, ids));
}

function questionWith(
  { key, title, kind, isRequired, choices, sources }: Question,
  base: string,
  ids: ReadonlyMap<number, string>,
): NewQuestion {
  const id = ids.get(key) ?? '';
  const added = sources.flatMap((source) => ids.get(source) ?? []);
  const { schema, ui } = writtenOf(kind, { list: '', choices, sources: added, base });
  return {
    id,
    schema: { title: title.trim(), ...schema, ...(kind === 'group' && groupOf(id, title.trim())) },
    ...(ui && { ui }),
    isRequired: isRequired && kind !== 'computed',
  };
}

/** A group begins with one part, and is printed as that part. */
const groupOf = (id: string, title: string): JsonObject => ({
  properties: { [id]: { type: 'string', title, maxLength: 100 } },
  text: `{${id}}`,
});
