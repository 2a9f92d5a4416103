import { Alert } from 'antd';
import type { CaseView } from '../../api/index.ts';
import { formatTime } from '../../frame/index.ts';
import { applicantWords, useWords } from '../../locales/index.ts';
import { returnOf, textsOf } from './said.ts';

/** Sent back: by whom, when, and with which words. */
export function ReturnedBanner({ view }: { view: CaseView }) {
  const words = useWords(applicantWords);
  const event = returnOf(view);
  if (!event) return null;
  const who = [event.organisation, event.byTitle].filter(Boolean).join(' · ');
  return (
    <Alert
      className="returned"
      type="warning"
      showIcon
      title={`${words.returnedBy(who)} · ${formatTime(event.at)}`}
      description={textsOf(event).map((text) => <p key={text}>{text}</p>)}
    />
  );
}
