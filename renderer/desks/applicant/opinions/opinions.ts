import { mayWriteSome, textOf, type Writer } from '#core/evaluate/index.ts';
import type { CompiledCategory, CompiledEdition } from '#core/model/index.ts';
import type { CaseView, EventView } from '#renderer/api/index.ts';
import type { Notice } from '#renderer/frame/index.ts';

/** What was filled in with an event, as texts worth reading. */
export const textsOf = (event: EventView): string[] =>
  Object.values(event.input).flatMap((value) => (typeof value === 'string' && value.trim() ? [value] : []));

/** Events with an opinion, the latest first. */
export const opinionsOf = (view: CaseView): EventView[] =>
  [...view.events].reverse().filter((event) => textsOf(event).length > 0);

/** The opinions on a case and its time limits that are over, as notices of the header. */
export const noticesOf = (view: CaseView): Notice[] =>
  [...view.events]
    .reverse()
    .filter((event) => event.by === 'system' || textsOf(event).length > 0)
    .map((event) => ({
      id: event.id,
      title: `${event.byTitle} · ${event.title}`,
      text: textsOf(event).join(' '),
      at: event.at,
      path: `/applications/${view.id}${event.by === 'system' ? '' : '/opinions'}`,
    }));

/** The latest event, where a desk fired it; what time alone does, a reminder as well, takes no opinion away. */
function lastOfADesk(view: CaseView): EventView | null {
  const last = view.events.findLast(({ by }) => by !== 'system');
  return last && last.by !== 'applicant' ? last : null;
}

/** The desk's event that brought the case to who fills it in; null where none did, or it was handed in again. */
export const returnOf = (view: CaseView): EventView | null =>
  view.editingAs === 'applicant' ? lastOfADesk(view) : null;

/**
 * Whether such an event was a return: it made the passes of its round void. The case goes on knowing who returned it in
 * an earlier round, also when it has been granted since.
 */
export function isReturn({ by }: EventView, { state }: CaseView): boolean {
  const { returnedBy, acted } = state.context;
  return acted.length === 0 && (returnedBy === by || returnedBy === 'system');
}

/** The last opinion on a case that the applicant does not hold. */
export function lastWordOf(view: CaseView): EventView | null {
  const last = view.editingAs === 'applicant' ? null : lastOfADesk(view);
  return last && textsOf(last).length > 0 ? last : null;
}

/** Sections of the applicant's that were saved after an event, by their titles. `savedAt` is read by section. */
export function changedSince(
  event: EventView,
  category: CompiledCategory,
  savedAt: (section: string) => string | null | undefined,
): string[] {
  const own = category.sections.filter((section) => mayWriteSome(section, 'applicant'));
  const changed = own.filter(
    ({ definition }) => Date.parse(savedAt(definition.id) ?? '') > Date.parse(event.at),
  );
  return changed.map(({ definition }) => definition.id);
}

type Answer = { title: string; text: string };

/** What was filled in with an event, by the titles under which it was asked. */
export function answersOf(
  event: EventView,
  { definition }: CompiledEdition,
  category: CompiledCategory,
  writer: Writer,
): Answer[] {
  const route = definition.routes.find(({ id }) => id === category.definition.route);
  const fields = route?.events[event.event]?.input?.schema.properties ?? {};
  return Object.entries(event.input).flatMap(([key, value]) => {
    const field = fields[key];
    if (!field || field.type === 'array' || field.type === 'object') return [];
    const text = textOf(field, value, writer);
    return text === '' ? [] : [{ title: field.title ?? key, text }];
  });
}
