import { Tag } from 'antd';
import { Link } from 'wouter';
import type { SideBySide } from '#core/model/wire/index.ts';
import { useSideBySide } from '#renderer/api/index.ts';
import { Failed, Loading, Page } from '#renderer/frame/index.ts';
import { replayWords, sideWords, useWords } from '#renderer/locales/index.ts';
import { REPLAYS } from './ReplaysPage.tsx';

type Props = { replay: string; application: string };

/** One application under its own edition and under a draft, for those who replay. */
export function SideBySidePage({ replay, application }: Props) {
  const words = useWords(sideWords);
  const side = useSideBySide(replay, application);
  return (
    <Page title={words.title}>
      {side.isPending && <Loading />}
      {side.isError && <Failed error={side.error} retry={() => side.refetch()} />}
      {side.data && <Compared side={side.data} />}
    </Page>
  );
}

function Compared({ side }: { side: SideBySide }) {
  const words = useWords(sideWords);
  const { modes } = useWords(replayWords);
  return (
    <>
      <p>
        <Link href={`${REPLAYS}/${side.draft}`}>{words.back}</Link>
      </p>
      <h2>
        {words.who(side.name, side.category)} <Tag>{modes[side.mode]}</Tag>
      </h2>
      <p>{words.state(side.state)}</p>
      <p className="quiet">{words.hint}</p>
      <h3>{words.problems}</h3>
      <Problems side={side} />
      <h3>{words.effects}</h3>
      <Effects effects={side.effects} />
      <h3>{words.sheets}</h3>
      <Sheets sheets={side.sheets} />
    </>
  );
}

function Problems({ side: { problems, cycle, target } }: { side: SideBySide }) {
  const words = useWords(sideWords);
  const { codes, clause } = useWords(replayWords);
  if (problems.length === 0) return <p>{words.noProblems}</p>;
  const verdict = (blocks: boolean) => (blocks ? <strong>{words.blocks}</strong> : words.passes);
  return (
    <table className="draft-table" aria-label={words.problems}>
      <thead>
        <tr>
          <th scope="col">{words.problem}</th>
          <th scope="col">{words.own(cycle)}</th>
          <th scope="col">{words.draft(target)}</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ code, place, message, source, isOwn, isDrafts }) => (
          <tr key={[code, place, message].join(' ')}>
            <td>
              {place !== '' && <span className="quiet">{place}</span>} {message || (codes[code] ?? code)}
              {source !== '' && <div className="quiet">{clause(source)}</div>}
            </td>
            <td data-label={words.own(cycle)}>{verdict(isOwn)}</td>
            <td data-label={words.draft(target)}>{verdict(isDrafts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Effects({ effects }: Pick<SideBySide, 'effects'>) {
  const words = useWords(sideWords);
  if (effects.length === 0) return <p>{words.noEffects}</p>;
  return (
    <ul aria-label={words.effects}>
      {effects.map(({ kind, place }) => (
        <li key={`${kind} ${place}`}>
          <Tag>{words.kinds[kind]}</Tag> {place}
        </li>
      ))}
    </ul>
  );
}

function Sheets({ sheets }: Pick<SideBySide, 'sheets'>) {
  const words = useWords(sideWords);
  if (sheets.length === 0) return <p>{words.noSheets}</p>;
  return (
    <table className="draft-table" aria-label={words.sheets}>
      <thead>
        <tr>
          <th scope="col">{words.sheet}</th>
          <th scope="col">{words.shown}</th>
        </tr>
      </thead>
      <tbody>
        {sheets.map(({ id, title, shows }) => (
          <tr key={id}>
            <td>{title}</td>
            <td data-label={words.shown}>{words.shows[shows]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
