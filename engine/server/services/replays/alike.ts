import { type FormHashes, formHashes } from '#core/draft/index.ts';
import type { CompiledEdition } from '#core/model/index.ts';
import type { Services } from '#server/services/ground/index.ts';
import type { CaseRecord } from '#server/store/index.ts';
import { stepsOf, type Way } from './replay-case.ts';

/**
 * How an application stands to the draft: `alike`, nothing can come out otherwise; `shown`, what it shows cannot, only
 * what its rules find; `different`, anything can.
 */
type Likeness = 'alike' | 'shown' | 'different';

const known = new WeakMap<CompiledEdition, FormHashes>();

/** Compares the form of an application with the draft's, whose rules in `watched` forms are asked for in any case. */
export async function likenessOf(
  services: Services,
  record: CaseRecord,
  { way, forms, watched }: { way: Way; forms: FormHashes; watched: ReadonlySet<string> },
): Promise<Likeness> {
  const edition = await services.editions.get(record.edition);
  const [own, drafts] = [hashesOf(edition)[record.category], forms[record.category]];
  if (!own || !drafts || own.shown !== drafts.shown || isMoved(services, record, edition, way))
    return 'different';
  return own.whole === drafts.whole && !watched.has(record.category) ? 'alike' : 'shown';
}

function hashesOf(edition: CompiledEdition): FormHashes {
  const found = known.get(edition) ?? formHashes(edition.definition);
  known.set(edition, found);
  return found;
}

/** Whether steps lead through its answers, or through those of a registration that it reads. */
function isMoved(services: Services, record: CaseRecord, { categories }: CompiledEdition, way: Way): boolean {
  const isRead = (form: string): boolean =>
    form === record.category || categories[form]?.definition.account !== undefined;
  return stepsOf(services, record, way)?.every(({ forms }) => forms !== null && !forms.some(isRead)) !== true;
}
