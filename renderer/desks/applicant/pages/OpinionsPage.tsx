import type { EventView } from '#renderer/api/index.ts';
import { useOpenCase, useWriter } from '#renderer/form/index.ts';
import { Empty, Page, useTimes } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { answersOf, opinionsOf } from '../opinions/opinions.ts';
import { Stations } from '../Stations.tsx';
import { usePageTitle } from './usePageTitle.ts';

/** What the desks said in every round, the latest first. */
export function OpinionsPage() {
  const words = useWords(applicantWords);
  const title = usePageTitle('opinions');
  const { store } = useOpenCase();
  const opinions = opinionsOf(store.view);
  return (
    <Page title={title}>
      <Stations stations={store.view.stations} />
      {opinions.length === 0 && <Empty>{words.noOpinions}</Empty>}
      <ol className="opinions">
        {opinions.map((event) => (
          <Opinion key={event.id} event={event} />
        ))}
      </ol>
    </Page>
  );
}

/** One opinion: what was decided, by whom and when, and the words under the titles that asked for them. */
function Opinion({ event }: { event: EventView }) {
  const words = useWords(applicantWords);
  const { formatTime } = useTimes();
  const { store, edition } = useOpenCase();
  const writer = useWriter();
  const where = [event.organisation, event.who, formatTime(event.at), words.round(event.round)];
  return (
    <li>
      <h2>
        {event.byTitle} · {event.title}
      </h2>
      <p className="quiet">{where.filter(Boolean).join(' · ')}</p>
      <dl>
        {answersOf(event, edition, store.category, writer).map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className="words">{text}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
