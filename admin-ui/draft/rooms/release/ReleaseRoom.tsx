import { Alert, Tag } from 'antd';
import { useSession } from '#renderer/api/index.ts';
import { Page } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { draftWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { ApproveForm } from './ApproveForm.tsx';
import { LastReplay } from './LastReplay.tsx';
import { MendCases } from './MendCases.tsx';
import { EXAMPLES, ProblemLists } from './ProblemLists.tsx';
import { StepButtons } from './StepButtons.tsx';
import { Unconfirmed } from './Unconfirmed.tsx';
import { UnreachedRules } from './UnreachedRules.tsx';

const HASH = 12;

/** One page on which a draft is looked through, submitted, approved and published. */
export function ReleaseRoom() {
  const words = useWords(draftWords);
  const { view, isOpen } = useOpenDraft();
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
      <ProblemLists />
      <UnreachedRules />
      {isOpen && view.problems.some(({ code }) => EXAMPLES.has(code)) && <MendCases />}
      <LastReplay />
      <Unconfirmed />
      {isOpen && <StepButtons />}
      {isOpen && <Approval />}
    </Page>
  );
}

/** The form of whoever may approve what was submitted; whoever has a part in it reads that somebody else has to. */
function Approval() {
  const words = useWords(draftWords);
  const { view } = useOpenDraft();
  const approves = useSession().data?.user.abilities.includes('publish') ?? false;
  if (view.status !== 'submitted') return null;
  if (view.authored) return <Alert type="warning" showIcon title={words.ownDraft} />;
  return approves ? <ApproveForm /> : null;
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
