import { Alert } from 'antd';
import type { CaseView, EventView } from '#renderer/api/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { isReturn, returnOf, textsOf } from './opinions.ts';

/** Returned, or brought here otherwise (granted, a report is due): by whom, when, with which opinion, and what has been changed since. */
export function ReturnedBanner({ view, changed = [] }: { view: CaseView; changed?: string[] }) {
  const words = useWords(applicantWords);
  const { formatTime } = useTimes();
  const event = returnOf(view);
  if (!event) return null;
  const returned = isReturn(event, view);
  return (
    <Alert
      className="returned-banner"
      type={returned ? 'warning' : 'info'}
      showIcon
      title={`${returned ? words.returnedBy(deskOf(event)) : `${deskOf(event)} · ${event.title}`} · ${formatTime(event.at)}`}
      description={
        <>
          {textsOf(event).map((text) => (
            <p key={text} className="words">
              {text}
            </p>
          ))}
          {changed.length > 0 && <p className="quiet">{words.changedSince(changed)}</p>}
        </>
      }
    />
  );
}

/** Which desk acted, and of which organisation. */
export const deskOf = (event: EventView): string =>
  [event.organisation, event.byTitle].filter(Boolean).join(' · ');
