import type { Change } from '#core/change/index.ts';
import { mergePatchBetween, segmentsOf, valueAt } from '#core/json/index.ts';
import type {
  AnswerProblem,
  CaseDefinition,
  CompiledEdition,
  JsonObject,
  LoadedEdition,
} from '#core/model/index.ts';
import { evaluateAndValidate, openCase } from '#core/validate/index.ts';
import { addedCase, type CaseOutcome, outcomeWith } from './cases.ts';

/** What was filled in in the preview: of which form, and the example that it began with. */
export type PreviewedAnswers = { form: string; sample: string | null; sections: JsonObject };

/** What the case is to be. `hasFiles`: evidence that would be missing counts as uploaded. */
export type Meant = { name: string; mustPass: boolean; hasFiles: boolean };

/** What was filled in as a case, apart from its name and what has to come of it. */
type PreviewedCase = Omit<CaseDefinition, 'id' | 'name' | 'expects'>;

/** A case of the answers: what is as in the example that they began with is taken from there. */
export function caseOfPreviewed(
  edition: CompiledEdition,
  answers: PreviewedAnswers,
  hasFiles: boolean,
): PreviewedCase {
  const made = { category: answers.form, ...answersIn(edition, answers) };
  if (!hasFiles) return made;
  const missing = problemsOf(edition, made).flatMap((one) => fileFor(one, answers.sections));
  const before = baseOf(edition, answers)?.files ?? [];
  return missing.length === 0 ? made : { ...made, files: [...before, ...missing] };
}

/** The change that adds it. */
export function previewedCaseOf(
  edition: LoadedEdition,
  answers: PreviewedAnswers,
  made: PreviewedCase,
  { name, mustPass }: Meant,
): Change {
  const content = { name: name.trim(), ...made, expects: { valid: mustPass } };
  return addedCase(edition.definition, folderOf(edition, answers), answers.sample ?? answers.form, content);
}

export const outcomeOfPreviewed = (edition: CompiledEdition, made: PreviewedCase): CaseOutcome =>
  outcomeWith(problemsOf(edition, made));

const baseOf = ({ definition }: CompiledEdition, { sample }: PreviewedAnswers): CaseDefinition | undefined =>
  definition.cases.find(({ id }) => id === sample);

function answersIn(
  edition: CompiledEdition,
  answers: PreviewedAnswers,
): Pick<CaseDefinition, 'extends' | 'sections'> {
  const base = baseOf(edition, answers);
  if (!base) return { sections: answers.sections };
  const { application } = openCase(edition, base, edition.definition.cases);
  return { extends: base.id, sections: mergePatchBetween(application.sections, answers.sections) };
}

function problemsOf(edition: CompiledEdition, made: PreviewedCase): readonly AnswerProblem[] {
  const example = { id: 'previewed', name: '', expects: {}, ...made };
  const { application, facts } = openCase(edition, example, edition.definition.cases);
  return evaluateAndValidate(edition, application, facts).problems;
}

/** Where a slot is empty that must not be: the file that is missing, of the section or of one of its rows. */
function fileFor({ slot, path, params }: AnswerProblem, sections: JsonObject): string[] {
  if (slot === undefined || params?.count !== 0) return [];
  const [section = '', row] = segmentsOf(path);
  if (row === undefined) return [`${section}/${slot}`];
  const id = valueAt(sections, [section, row, 'id']);
  return typeof id === 'string' ? [`${section}/${id}/${slot}`] : [];
}

/** Beside the cases of its form, or of any other. */
function folderOf({ definition, locate }: LoadedEdition, { sample, form }: PreviewedAnswers): string {
  const { cases } = definition;
  const beside = cases.findIndex(({ id, category }) => (sample === null ? category === form : id === sample));
  const { file } = beside < 0 ? locate('/edition') : locate(`/cases/${beside}`);
  const folder = file.slice(0, file.lastIndexOf('/'));
  return beside < 0 ? `${folder}/cases` : folder;
}
