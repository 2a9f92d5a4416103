import { tagsOf } from '#core/route/index.ts';
import { newId } from '#server/crypto/index.ts';
import { type LoadedCase, loadCase } from '#server/services/case/index.ts';
import { cases, frozenPrints, jobs } from '#server/store/index.ts';
import type { EffectWork } from '../effects/index.ts';
import { type Prepared, preparePrint } from '../sheets/index.ts';
import { pack } from './packed.ts';

/** Work beside the requests prints it. */
const KIND = 'freeze-print';

/**
 * Freezes the sheets of a case that comes into a state in which they are frozen, in the transaction of the event that
 * leads there: what is to be printed is written down as it is now, so that nothing which happens before it is printed
 * can change it.
 */
export async function freezePrints(work: EffectWork): Promise<void> {
  const { services, tx, loaded } = work;
  const sheets = frozenBy(work);
  if (sheets.length === 0) return;
  const record = await cases.get(tx, loaded.record.id);
  if (!record) return;
  const now = await loadCase(services, tx, record);
  for (const sheet of sheets) {
    const prepared = await preparePrint(services, tx, now, sheet);
    if (prepared) await store(work, now, prepared);
  }
}

/** Those whose tags the case comes to have. */
function frozenBy({ loaded, next }: EffectWork): string[] {
  const { edition, category, route, state } = loaded;
  const [before, after] = [tagsOf(route, state), tagsOf(route, next)];
  return (category.definition.sheets ?? []).filter((id) => {
    const { frozenIn = [] } = edition.sheets[id] ?? {};
    return frozenIn.some((tag) => after.includes(tag)) && !frozenIn.some((tag) => before.includes(tag));
  });
}

async function store(
  { services, tx, actor }: EffectWork,
  { record }: LoadedCase,
  { sheet, code, papers }: Prepared,
): Promise<void> {
  const id = newId();
  const frozenAt = record.updatedAt;
  await frozenPrints.add(tx, {
    ...{ id, caseId: record.id, sheet: sheet.id, title: sheet.title, round: record.round },
    ...{ edition: record.edition, code, frozenAt, papers: pack(services, papers), sha256: null, bytes: null },
  });
  await jobs.create(tx, {
    ...{ id: newId(), kind: KIND, key: id, userId: actor?.userId ?? '', payload: { print: id } },
    ...{ dueAt: frozenAt, createdAt: frozenAt },
  });
}
