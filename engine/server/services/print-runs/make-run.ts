import { Readable } from 'node:stream';
import type { JsonObject } from '#core/model/index.ts';
import { crc32, openArchive } from '#core/zip/index.ts';
import { openMergedPdf } from '#server/print/index.ts';
import { seeCase } from '#server/services/case/index.ts';
import { sheetPdf } from '#server/services/cases/index.ts';
import { type Actor, actorOf, Failure, type Services } from '#server/services/ground/index.ts';
import { inTransaction, loading, type PrintRun, printRuns, readTogether } from '#server/store/index.ts';
import { fileNameOf } from './file-name.ts';
import { inOrder } from './in-order.ts';
import { wholeList } from './own-run.ts';

/** Far above what so many sheets need. */
const MOST_BYTES = 1024 ** 3;

/** While one is printed, the next is printed beside it, and the page of the one after that is made. */
const AHEAD = 2;

type Progress = (done: number, total: number | null) => Promise<void>;
type Sheet = { name: string; pdf: Buffer };

/**
 * Prints a run, sheet by sheet, each in the turn of work that nobody sits and waits for, with its code and its row in the
 * trail as if it were printed alone. What a process that died had printed is printed again. Throws Failure where another
 * try would be of no use: `print-run-gone`, `print-run-refused`, `print-run-none`, `no-printer`.
 */
export async function makePrintRun(services: Services, id: string, progress: Progress): Promise<JsonObject> {
  const run = await printRuns.get(services.db, id);
  if (!run) throw new Failure('conflict', 'print-run-gone');
  if (run.sha256 !== null) return { printed: run.printed };
  const counted = { printed: 0 };
  const sheets = count(sheetsOf(quiet(services), run, progress), counted);
  const content = run.form === 'zip' ? zipped(sheets) : merged(sheets, run);
  const received = await services.files.receive(Readable.from(content), MOST_BYTES);
  const { printed } = counted;
  if (printed === 0) {
    await services.files.discard(received);
    throw new Failure('invalid', 'print-run-none');
  }
  const { sha256, bytes } = received;
  await services.files.keep(received, () =>
    inTransaction(services.db, async (tx) => {
      const finishedAt = services.clock().toISOString();
      await printRuns.finish(tx, id, { printed, sha256, bytes, finishedAt });
    }),
  );
  return { printed };
}

/** The same services, printing behind everybody who waits. */
const quiet = (services: Services): Services => {
  const { printer } = services;
  return { ...services, printer: { ...printer, pdf: (paper, by = '') => printer.inBackground(paper, by) } };
};

async function* count(sheets: AsyncGenerator<Sheet>, counted: { printed: number }): AsyncGenerator<Sheet> {
  for await (const sheet of sheets) {
    counted.printed += 1;
    yield sheet;
  }
}

/** In their order: nothing is held but what is printed now, and what waits for the one before it. */
async function* sheetsOf(services: Services, run: PrintRun, progress: Progress): AsyncGenerator<Sheet> {
  const nth = async (index: number): Promise<Sheet | null> => {
    await progress(Math.max(0, index - AHEAD), run.cases);
    const caseId = (await wholeList(services.db, run))?.[index];
    if (caseId === undefined) throw new Failure('conflict', 'print-run-gone');
    return sheetOf(services, await makerOf(services, run), run, caseId);
  };
  for await (const sheet of inOrder(run.cases, AHEAD, nth)) if (sheet) yield sheet;
}

/** Who asked for it, as they stand now: somebody may have been frozen or moved since. */
async function makerOf(services: Services, { userId }: PrintRun): Promise<Actor> {
  const user = await loading.user(services.db, userId);
  const actor = user && (await actorOf(services, services.db, user, null));
  if (!actor) throw new Failure('forbidden', 'print-run-refused');
  return actor;
}

/** Null where the case has no such sheet now. */
async function sheetOf(
  services: Services,
  actor: Actor,
  { id: run, sheet }: PrintRun,
  caseId: string,
): Promise<Sheet | null> {
  const { record } = await seeCase(services, readTogether(services.db), actor, caseId).catch(refuse);
  try {
    return { name: record.name, pdf: await sheetPdf(services, actor, { caseId, sheet }, { run }) };
  } catch (error) {
    if (error instanceof Failure && error.kind === 'not-found') return null;
    throw error;
  }
}

function refuse(error: unknown): never {
  if (error instanceof Failure) throw new Failure('forbidden', 'print-run-refused');
  throw error;
}

async function* merged(sheets: AsyncGenerator<Sheet>, run: PrintRun): AsyncGenerator<Buffer> {
  const whole = openMergedPdf(run.title, run.createdAt);
  for await (const { name, pdf } of sheets) yield await whole.add(pdf, name);
  yield await whole.end();
}

/** PDFs are packed already: they are stored as they are. */
async function* zipped(sheets: AsyncGenerator<Sheet>): AsyncGenerator<Uint8Array> {
  const archive = openArchive();
  let number = 0;
  for await (const { name, pdf } of sheets) {
    number += 1;
    const path = Buffer.from(fileNameOf(number, name));
    yield* archive.add({ path, method: 'stored', bytes: pdf, size: pdf.length, sum: crc32(pdf) });
  }
  yield* archive.end();
}
