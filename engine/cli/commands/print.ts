import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CaseDefinition, CompiledEdition } from '#core/model/index.ts';
import { CONTENTS, type Content, sampleCase } from '#core/sample/index.ts';
import { openCase } from '#core/validate/index.ts';
import { readConfig } from '#server/config.ts';
import {
  openPrinter,
  type Paper,
  type Printer,
  pageCount,
  printWithin,
  renderPaper,
  renderSheet,
  withFaces,
} from '#server/print/index.ts';
import { CommandError } from '../error.ts';
import { cliWords, sentenceOf } from '../locales/index.ts';
import { editionIn, readAnswers } from './answers.ts';
import { type Command, misused } from './command.ts';

const usage =
  'print DIR FILE.json|--case ID|--category ID [--content least|typical|full] [--sheet ID] -o OUT.pdf|OUT.html|FOLDER [--cycle ID] [--lang LANGUAGE]';

/**
 * Prints the sheets of one set of answers: of a file written as a case, of a case of the edition, or of a sample as full
 * as its form takes. One sheet goes into a file, all of them into a folder; a PDF needs Chromium.
 */
export const printCommand: Command = {
  name: 'print',
  usage,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        cycle: { type: 'string' },
        lang: { type: 'string' },
        case: { type: 'string' },
        category: { type: 'string' },
        content: { type: 'string', default: 'typical' },
        sheet: { type: 'string' },
        output: { type: 'string', short: 'o' },
      },
    });
    const [folder, file] = positionals;
    const { sheet, output, cycle, lang, category, content } = values;
    const asked = [file, values.case, category].filter((one) => one !== undefined);
    const isFile = /\.(pdf|html)$/.test(output ?? '');
    if (!folder || !output || asked.length !== 1 || isFile !== (sheet !== undefined) || !isContent(content))
      return misused(printCommand);
    const edition = await editionIn(folder, { cycle, lang });
    const answers = await answersOf(edition, { file, case: values.case, category, content });
    await printAll(edition, answers, { sheet, output, folder });
    return 0;
  },
};

const isContent = (text: string): text is Content => CONTENTS.some((one) => one === text);

type Asked = {
  file?: string | undefined;
  case?: string | undefined;
  category?: string | undefined;
  content: Content;
};

/** Throws a CommandError where there are no such answers. */
async function answersOf(edition: CompiledEdition, asked: Asked): Promise<CaseDefinition> {
  const { cases, programme } = edition.definition;
  const { file, case: id = '', category, content } = asked;
  if (file !== undefined) return await readAnswers(edition, file);
  if (category === undefined) {
    const found = cases.find((one) => one.id === id);
    if (!found) throw new CommandError('noCase', { case: id }, programme.locale);
    return found;
  }
  if (!Object.hasOwn(edition.categories, category))
    throw new CommandError('noCategory', { category }, programme.locale);
  const sample = sampleCase(edition, category, content);
  if (!sample) throw new CommandError('noSample', { category }, programme.locale);
  return sample;
}

type Target = { sheet: string | undefined; output: string; folder: string };

/** The sheet that was asked for into its file, or all into a folder, each as a PDF where it is printed as one. */
async function printAll(
  edition: CompiledEdition,
  answers: CaseDefinition,
  { sheet, output, folder }: Target,
): Promise<void> {
  const known = edition.categories[answers.category]?.definition.sheets ?? [];
  const wanted = sheet === undefined ? known : known.filter((one) => one === sheet);
  if (wanted.length === 0) {
    const values = { category: answers.category, sheet: sheet ?? '', known };
    throw new CommandError('noSheet', values, edition.definition.programme.locale);
  }
  if (sheet === undefined) await mkdir(output, { recursive: true });
  const { application, facts } = openCase(edition, answers, edition.definition.cases);
  const { chromiumPath } = readConfig({ ...process.env, DEFINITIONS_DIR: folder });
  const printer = openPrinter(chromiumPath);
  try {
    for (const id of wanted) {
      const ending = edition.sheets[id]?.formats.includes('pdf') ? 'pdf' : 'html';
      const file = sheet === undefined ? join(output, `${id}.${ending}`) : output;
      await write(file, [edition, application, facts, id], printer);
    }
  } finally {
    await printer.close();
  }
}

type Arguments = Parameters<typeof renderSheet>;

/** Writes the page or the PDF of a sheet; says where it has too many pages. */
async function write(file: string, sheet: Arguments, printer: Printer): Promise<void> {
  if (file.endsWith('.html')) return await writeFile(file, await withFaces(renderSheet(...sheet)));
  const pdf = await printSheet(sheet, printer);
  await writeFile(file, pdf);
  const [edition, , , id] = sheet;
  const over = overrun(edition, id, await pageCount(pdf));
  if (over) console.error(over);
}

/** The sentence where a sheet has more pages than it may have. */
function overrun({ definition, sheets }: CompiledEdition, id: string, pages: number): string | undefined {
  const { title = id, pages: most } = sheets[id] ?? {};
  if (most === undefined || pages <= most) return undefined;
  return sentenceOf('overrun', cliWords(definition.programme.locale), { title, pages, most });
}

/** A sheet that is made to fit as it fits, any other as it is; of the moment of its answers: printed again it is the same. */
async function printSheet([edition, application, facts, id]: Arguments, printer: Printer): Promise<Buffer> {
  const { fit, pages } = edition.sheets[id] ?? {};
  const paper = (spare = 0): Paper => ({
    ...renderPaper(edition, application, facts, id, { spare }),
    date: facts.now,
  });
  return fit && pages ? await printWithin(pages, printer, paper) : await printer.pdf(paper());
}
