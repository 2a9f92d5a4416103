import type { SheetPreview } from '#core/model/wire/index.ts';
import { type Actor, notFound, printPaper, type Services } from '#server/services/ground/index.ts';
import { textsOf } from './files-of-draft.ts';
import { draftOf } from './opened-draft.ts';

type Asked = { draft: string; sheet: string };

/**
 * A sheet of a draft with an example: nobody's data. Rendered in the thread of drafts, printed as every sheet is. Throws
 * not-found, `busy`, `no-printer`.
 */
export async function draftSheet(
  services: Services,
  actor: Actor,
  { draft: id, sheet }: Asked,
  { cycle, example, format = 'html' }: SheetPreview,
): Promise<string | Buffer> {
  const { source } = await draftOf(services, services.db, id);
  const files = await textsOf(services.db, source);
  const made = await services.drafting.preview(files, { cycle, sheet, example, format });
  if (made === null) throw notFound();
  return 'html' in made ? made.html : printPaper(services, actor, made.paper);
}
