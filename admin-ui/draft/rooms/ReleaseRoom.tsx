import { Alert, Tag } from 'antd';
import type { DraftView } from '#core/model/wire/index.ts';
import { useSession } from '#renderer/api/index.ts';
import { Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../DraftContext.tsx';
import { ApproveForm } from './ApproveForm.tsx';
import { MendCases } from './MendCases.tsx';
import { StepButtons } from './StepButtons.tsx';

const SHOWN = 40;
const HASH = 12;
/** Problems that say an example comes out otherwise. */
const EXAMPLES: ReadonlySet<string> = new Set(['failing-case', 'failing-expression-case']);

/** One page on which a draft is looked through, submitted, approved and published. */
export function ReleaseRoom() {
  const words = useWords(draftWords);
  const { view, isOpen } = useOpenDraft();
  const session = useSession();
  const approves = session.data?.user.abilities.includes('publish') ?? false;
  return (
    <Page
      title={
        <>
          {words.rooms.release} <HelpMark topic="changing" />
        </>
      }
    >
      <p className="quiet">{words.releaseHint}</p>
      <Editions />
      <ol className="draft-changes" aria-label={words.rooms.changes}>
        {view.changes
          .filter(({ undoneBy, undoes }) => undoneBy === null && undoes === null)
          .map(({ number, sentence, why }) => (
            <li key={number}>
              <div>
                <span className="sentence">{sentence}</span>
                {why !== '' && <div className="quiet">{words.reason(why)}</div>}
              </div>
            </li>
          ))}
      </ol>
      <Findings problems={view.problems} />
      {isOpen && view.problems.some(({ code }) => EXAMPLES.has(code)) && <MendCases />}
      {isOpen && <StepButtons />}
      {isOpen && approves && view.status === 'submitted' && <ApproveForm />}
    </Page>
  );
}

/** The cycles of the draft, and whether publishing changes them. */
function Editions() {
  const words = useWords(draftWords);
  const { view } = useOpenDraft();
  return (
    <ul className="draft-editions">
      {view.editions.map(({ cycle, edition, publishes }) => (
        <li key={cycle}>
          <strong>{cycle}</strong> <code>{edition.slice(0, HASH)}</code>{' '}
          <Tag color={publishes ? 'blue' : 'default'}>{publishes ? words.publishes : words.same}</Tag>
        </li>
      ))}
    </ul>
  );
}

function Findings({ problems }: Pick<DraftView, 'problems'>) {
  const words = useWords(draftWords);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const others = problems.filter(({ severity }) => severity === 'warning');
  if (errors.length + others.length === 0) return <Alert type="success" showIcon title={words.clean} />;
  return (
    <>
      <FindingList title={words.wrongs} problems={errors} />
      <FindingList title={words.warnings} problems={others} />
    </>
  );
}

function FindingList({ title, problems }: { title: string } & Pick<DraftView, 'problems'>) {
  const words = useWords(draftWords);
  if (problems.length === 0) return null;
  return (
    <section className="findings" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {problems.slice(0, SHOWN).map(({ code, file, pointer, place, message }) => (
          <li key={`${code}/${file}/${pointer}/${message}`}>
            {place !== '' && <span className="quiet">{place}</span>} {message}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <p className="quiet">{words.morePending(problems.length - SHOWN)}</p>}
    </section>
  );
}
