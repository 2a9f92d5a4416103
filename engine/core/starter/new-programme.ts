import { sourceFile } from '#core/assemble/index.ts';
import { apply, type Change, mends } from '#core/change/index.ts';
import {
  asList,
  asObject,
  isObject,
  type Json,
  type JsonObject,
  templateText,
  unescapeHtml,
} from '#core/json/index.ts';
import type { SourceFile } from '#core/model/index.ts';
import { ownProgramme, renamer } from './organisations.ts';
import type { NewProgramme, NewQuestion, StarterParts } from './plan.ts';
import { fileAt, jsonFile, startersQuestions, withJson } from './starter-files.ts';

/** A programme to begin with: what in it is filled in, and its files. */
type Starter = { parts: StarterParts; files: { path: string; text: string }[] };

/**
 * The files of a new programme: the starter's, with what was typed in place of its own. Questions of the starter go, but
 * for those that its route reads. The demonstration stays behind: it answers the starter's questions alone. Throws where
 * the starter does not fit to the plan, which is a fault of the program.
 */
export function newProgramme({ parts, files: texts }: Starter, plan: NewProgramme): SourceFile[] {
  const files = texts
    .filter(({ path }) => path !== 'demo.json')
    .map(({ path, text }) => sourceFile(path, text));
  const cycle = fileAt(files, 'edition.json').path.split('/')[0] ?? '';
  const named = withNames(files, parts, plan, cycle);
  const asked = [
    ...asking(parts.person.section, plan.person.questions, {}),
    ...asking(parts.organisation.section, plan.organisation.questions, {}),
    ...asking(parts.section, plan.questions, { cycle }),
    ...printing(parts, plan, cycle),
  ];
  const whole = asked.reduce(made, named);
  return withoutStarters(listed(whole, parts, plan), parts, plan, cycle);
}

const asking = (section: string, questions: NewQuestion[], level: { cycle?: string }): Change[] =>
  questions.map(({ id, schema, ui, isRequired }) => ({
    ...{ kind: 'addField', section, ...level, field: id, schema },
    ...(ui && { ui }),
    ...(isRequired && { isRequired }),
  }));

/** Each question has a line of its own on the sheet, in their order: the last is put first below the model. */
function printing(
  { sheet, section, field }: StarterParts,
  { questions }: NewProgramme,
  cycle: string,
): Change[] {
  return [...questions].reverse().map(({ id }) => ({
    ...{ kind: 'printField', sheet, section, cycle, field: id, like: field },
  }));
}

/** One change with what the example needs after it. */
function made(files: SourceFile[], change: Change): SourceFile[] {
  const needed = mends(files, change);
  return [change, ...needed].reduce((now, one) => {
    const applied = apply(now, one);
    if ('problem' in applied) throw new Error(`The starter does not fit: ${applied.problem.message}`);
    return applied.files;
  }, files);
}

/** Names: of the programme and its organisations, of the forms, the sheet and the list; wherever they are read. */
function withNames(
  files: SourceFile[],
  parts: StarterParts,
  plan: NewProgramme,
  cycle: string,
): SourceFile[] {
  const known = asList(asObject(fileAt(files, 'programme.json').json).organisationKinds).map(asObject);
  const renamed = renamer(known, plan.kinds);
  const retitled = files.map((file) => (file.path.startsWith(`${cycle}/`) ? withKinds(file, renamed) : file));
  const titles: [string, string][] = [
    [`accounts/${parts.person.form}.json`, plan.person.title],
    [`accounts/${parts.organisation.form}.json`, plan.organisation.title],
    [`categories/${parts.category}.json`, plan.form],
    [`sections/${parts.section}.json`, plan.section],
    [`sheets/${parts.sheet}/sheet.json`, plan.sheet],
    [`rosters/${parts.roster}.json`, plan.roster],
  ];
  const own = withJson(retitled, 'programme.json', (programme) => ownProgramme(programme, parts, plan));
  return titles.reduce((now, [path, title]) => withJson(now, path, (json) => ({ ...json, title })), own);
}

/** What people read of the starter's kinds of organisations. */
function withKinds(file: SourceFile, renamed: (text: string) => string): SourceFile {
  if (file.json !== undefined) return jsonFile(file.path, inTexts(file.json, renamed));
  const text = file.text ?? '';
  return {
    ...file,
    text: text.replace(/(?<=>)[^<>{}]+(?=<)/g, (one) => templateText(renamed(unescapeHtml(one)))),
  };
}

const READ = new Set(['title', 'text', 'message', 'confirm', 'empty', 'help']);

function inTexts(value: Json, renamed: (text: string) => string): Json {
  if (Array.isArray(value)) return value.map((one) => inTexts(one, renamed));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      READ.has(key) && typeof one === 'string' ? renamed(one) : inTexts(one, renamed),
    ]),
  );
}

/** The list shows the questions that have one value. */
function listed(
  files: SourceFile[],
  { roster, section }: StarterParts,
  { questions }: NewProgramme,
): SourceFile[] {
  const columns = questions
    .filter(({ schema }) => schema.type !== 'object')
    .map(
      ({ id, schema }): JsonObject => ({
        title: schema.title ?? id,
        value: { var: `application.${section}.${id}` },
        ...(schema.type === 'number' && { type: 'number' }),
      }),
    );
  return withJson(files, `rosters/${roster}.json`, (json) => ({
    ...json,
    columns: [...asList(json.columns), ...columns],
  }));
}

/** The starter's own questions go with their lines on the sheet, but for those that its route reads. */
function withoutStarters(
  files: SourceFile[],
  { section, category, sheet, field: model }: StarterParts,
  { questions }: NewProgramme,
  cycle: string,
): SourceFile[] {
  const own = new Set(questions.map(({ id }) => id));
  const route = files.filter(({ path }) => path.startsWith(`${cycle}/routes/`)).map(({ text = '' }) => text);
  const gone = startersQuestions(files, section).filter(
    (id) =>
      !own.has(id) &&
      !route.some((text) => text.includes(`${section}.${id}`) || text.includes(`/${section}/${id}`)),
  );
  const changes = gone.map((field): Change => ({ kind: 'removeField', section, cycle, field }));
  const first = questions[0];
  const summary = first ? [{ title: first.schema.title ?? first.id, at: `/${section}/${first.id}` }] : [];
  const summed = withJson(files, `categories/${category}.json`, (json) => ({ ...json, summary }));
  const unprinted = summed.map((file) =>
    file.path.endsWith(`sheets/${sheet}/template.hbs`)
      ? { ...file, text: withoutLines(file.text ?? '', gone) }
      : file,
  );
  if (!gone.includes(model)) throw new Error(`The starter's route reads "${model}"`);
  return changes.reduce(made, unprinted);
}

const withoutLines = (template: string, fields: string[]): string =>
  template
    .split('\n')
    .filter((line) => !fields.some((field) => line.includes(`{{${field}}}`)))
    .join('\n');
