import type { CaseView, EventView } from '../../api/index.ts';

/** What was filled in with an event, as texts worth reading. */
export const textsOf = (event: EventView): string[] =>
  Object.values(event.input).flatMap((value) => (typeof value === 'string' && value.trim() ? [value] : []));

/** Events in which somebody said something, the latest first. */
export const opinionsOf = (view: CaseView): EventView[] =>
  [...view.events].reverse().filter((event) => textsOf(event).length > 0);

/** The event that sent the case back to who fills it in; null where it was not sent back, or was handed in again. */
export function returnOf(view: CaseView): EventView | null {
  if (view.editingAs !== 'applicant') return null;
  const last = view.events.at(-1);
  return last && last.by !== 'applicant' && last.by !== 'system' ? last : null;
}
