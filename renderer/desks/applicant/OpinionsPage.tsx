import { useOpenCase } from '../../form/index.ts';
import { Empty, formatTime, Page } from '../../frame/index.ts';
import { applicantWords, useWords } from '../../locales/index.ts';
import { Stations } from './Stations.tsx';
import { opinionsOf, textsOf } from './said.ts';
import { usePageTitle } from './usePageTitle.ts';

/** What the desks said, the latest first. */
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
          <li key={event.id}>
            <h2>
              {event.byTitle} · {event.title}
            </h2>
            <p className="quiet">
              {[event.organisation, event.who, formatTime(event.at), words.round(event.round)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {textsOf(event).map((text) => (
              <p key={text}>{text}</p>
            ))}
          </li>
        ))}
      </ol>
    </Page>
  );
}
