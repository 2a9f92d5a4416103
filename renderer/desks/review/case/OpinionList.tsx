import { Alert } from 'antd';
import type { FieldSchema, Json } from '#core/model/index.ts';
import type { CaseView, EventView } from '#renderer/api/index.ts';
import { useOpenCase } from '#renderer/form/index.ts';
import { useTimes } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { useText } from '../reading/useText.ts';

/** The opinions of the desks, folded under each desk's name; the last opinion of an earlier round is open on top. */
export function OpinionList({ view }: { view: CaseView }) {
  const words = useWords(reviewWords);
  const { formatTime } = useTimes();
  const byDesk = grouped(view.events);
  const before = lastOfEarlierRound(view);
  return (
    <>
      {before && (
        <Alert
          type="info"
          showIcon
          title={words.lastRound(before.round, before.byTitle, before.title)}
          description={<Words event={before} />}
        />
      )}
      {byDesk.length > 0 && (
        <section className="opinion-list" aria-label={words.opinions}>
          {byDesk.map(({ by, title, events }) => (
            <details key={by}>
              <summary>
                <strong>{title}</strong>{' '}
                {events.map((event) => `${event.title} ${formatTime(event.at)}`).at(-1)}
              </summary>
              <ol>
                {events.map((event) => (
                  <li key={event.id}>
                    <span className="quiet">
                      {words.roundOf(event.round)} · <time dateTime={event.at}>{formatTime(event.at)}</time> ·{' '}
                      {[event.organisation, event.who].filter(Boolean).join(' ')}
                    </span>{' '}
                    {event.title}
                    <Words event={event} />
                  </li>
                ))}
              </ol>
            </details>
          ))}
        </section>
      )}
    </>
  );
}

/** What was filled in with an event, by the titles that it was asked under. */
function Words({ event }: { event: EventView }) {
  const { store, edition } = useOpenCase();
  const write = useText();
  const route = edition.definition.routes.find(({ id }) => id === store.category.definition.route);
  const schema: FieldSchema = route?.events[event.event]?.input?.schema ?? {};
  const texts = Object.entries(event.input).flatMap(([key, value]: [string, Json]) => {
    const field = schema.properties?.[key];
    const text = field && !holdsReferences(field) ? write(field, value) : '';
    return text ? [{ key, title: field?.title ?? key, text }] : [];
  });
  if (texts.length === 0) return null;
  return (
    <dl className="words">
      {texts.map(({ key, title, text }) => (
        <div key={key}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Lists of row references, whose ids mean nothing to a reader. */
const holdsReferences = (field: FieldSchema): boolean => field.items?.properties !== undefined;

function grouped(events: readonly EventView[]): { by: string; title: string; events: EventView[] }[] {
  const order = [...new Set(events.map(({ by }) => by))];
  return order.map((by) => {
    const own = events.filter((event) => event.by === by);
    return { by, title: own[0]?.byTitle ?? by, events: own };
  });
}

function lastOfEarlierRound({ events, state }: CaseView): EventView | undefined {
  const { round } = state.context;
  return events
    .filter((event) => event.by !== 'applicant' && event.round < round && Object.keys(event.input).length > 0)
    .at(-1);
}
