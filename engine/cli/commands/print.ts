import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { CompiledEdition } from '#core/model/index.ts';
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
} from '#server/print/index.ts';
import { CommandError } from '../error.ts';
import { cliWords, sentenceOf } from '../locales/index.ts';
import { editionIn, readAnswers } from './answers.ts';
import { type Command, misused } from './command.ts';

const usage = 'print DIR --sheet ID FILE.json -o OUT.pdf|OUT.html [--cycle ID] [--lang LANGUAGE]';

/** Prints a sheet of one set of answers, written as a case; a PDF needs Chromium. */
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
        sheet: { type: 'string' },
        output: { type: 'string', short: 'o' },
      },
    });
    const [folder, file] = positionals;
    const { sheet, output, cycle, lang } = values;
    if (!folder || !file || !sheet || !/\.(pdf|html)$/.test(output ?? '')) return misused(printCommand);
    const edition = await editionIn(folder, { cycle, lang });
    const pdf = await write(output ?? '', await openSheet(edition, file, sheet), folder);
    const over = pdf && overrun(edition, sheet, await pageCount(pdf));
    if (over) console.error(over);
    return 0;
  },
};

type Arguments = Parameters<typeof renderSheet>;

/** What is to be rendered. Throws a CommandError where the answers have no such sheet. */
async function openSheet(edition: CompiledEdition, file: string, sheet: string): Promise<Arguments> {
  const answers = await readAnswers(edition, file);
  const { application, facts } = openCase(edition, answers, edition.definition.cases);
  const { sheets } = edition.categories[application.category]?.definition ?? {};
  if (!sheets?.includes(sheet))
    throw new CommandError(
      'noSheet',
      { category: application.category, sheet, known: sheets ?? [] },
      edition.definition.programme.locale,
    );
  return [edition, application, facts, sheet];
}

/** The sentence where a sheet has more pages than it may have. */
function overrun({ definition, sheets }: CompiledEdition, id: string, pages: number): string | undefined {
  const { title = id, pages: most } = sheets[id] ?? {};
  if (most === undefined || pages <= most) return undefined;
  return sentenceOf('overrun', cliWords(definition.programme.locale), { title, pages, most });
}

/** Writes the page, or the PDF of it, which it gives. */
async function write(output: string, sheet: Arguments, folder: string): Promise<Buffer | undefined> {
  if (output.endsWith('.html')) {
    await writeFile(output, renderSheet(...sheet));
    return undefined;
  }
  const { chromiumPath } = readConfig({ ...process.env, DEFINITIONS_DIR: folder });
  const printer = openPrinter(chromiumPath);
  try {
    const pdf = await printSheet(sheet, printer);
    await writeFile(output, pdf);
    return pdf;
  } finally {
    await printer.close();
  }
}

/** A sheet that is made to fit as it fits, any other as it is. */
async function printSheet([edition, application, facts, id]: Arguments, printer: Printer): Promise<Buffer> {
  const { fit, pages } = edition.sheets[id] ?? {};
  const paper = (spare = 0): Paper => renderPaper(edition, application, facts, id, { spare });
  return fit && pages ? await printWithin(pages, printer, paper) : await printer.pdf(paper());
}
