import type { CompiledCategory } from '#core/model/index.ts';
import type { CaseView } from '#renderer/api/index.ts';
import type { ReviewWords } from '#renderer/locales/index.ts';

/** What has changed in a case since it was fetched, in sentences. */
export function changesOf(
  before: CaseView,
  now: CaseView,
  category: CompiledCategory,
  words: ReviewWords,
): string[] {
  const known = new Set(before.events.map(({ id }) => id));
  const events = now.events
    .filter(({ id }) => !known.has(id))
    .map((event) => [event.byTitle, event.organisation, event.who, event.title].filter(Boolean).join(' '));
  const sections = Object.entries(now.sections)
    .filter(([id, section]) => section.version !== (before.sections[id]?.version ?? 0))
    .map(([id]) => category.bySection[id]?.definition.title ?? id);
  const sentences = [
    ...events,
    ...(now.stateTitle === before.stateTitle ? [] : [words.changedState(now.stateTitle)]),
    ...(sections.length === 0 ? [] : [words.changedSections(sections.join(words.separator))]),
  ];
  return sentences.length > 0 ? sentences : [words.changedNothing];
}
