import { childAt, isObject, type Json, pointer, sameJson, valueAt } from '#core/json/index.ts';
import type { Application, CompiledEdition, Facts } from '#core/model/index.ts';
import { openSession, type Session, update } from './session.ts';

/**
 * The session of an application that comes as a whole each time, such as from a form on a page: the one before,
 * brought to the answers that are others now, or a new one where something else has changed. Parts of the answers that
 * are the same object are not looked into.
 */
export function follow(
  before: Session | null,
  edition: CompiledEdition,
  application: Application,
  facts: Facts,
): Session {
  if (before === null || !isOfSameCase(before, application, facts))
    return openSession(edition, application, facts);
  const { sections } = before.application;
  for (const { id } of before.resolved.category.sections) {
    if (sections[id] === application.sections[id]) continue;
    const path = [id, ...pathOfChange(sections[id], application.sections[id])];
    update(before, pointer(...path), valueAt(application.sections, path));
  }
  before.application = application;
  return before;
}

/** Only answers may differ. */
function isOfSameCase(session: Session, { category, files, strikes }: Application, facts: Facts): boolean {
  const { application } = session;
  return (
    application.category === category &&
    isSame(application.files, files) &&
    isSame(application.strikes, strikes) &&
    isSame(session.facts, facts)
  );
}

function isSame(before: unknown, after: unknown): boolean {
  return sameJson(before as Json, after as Json);
}

/** The keys to the only part in which two values differ; none where several do. */
function pathOfChange(before: Json | undefined, after: Json | undefined): string[] {
  const changed = keysOf(before, after).filter((key) => childAt(before, key) !== childAt(after, key));
  const [only] = changed;
  if (only === undefined || changed.length > 1) return [];
  return [only, ...pathOfChange(childAt(before, only), childAt(after, only))];
}

/** The keys of two objects, or of two lists of one length; none of anything else. */
function keysOf(before: Json | undefined, after: Json | undefined): string[] {
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length ? Object.keys(before) : [];
  if (!isObject(before) || !isObject(after)) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}
