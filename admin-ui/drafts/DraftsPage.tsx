import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useDrafts } from '#renderer/api/index.ts';
import { Empty, Failed, Loading, Page, useTimes } from '#renderer/frame/index.ts';
import { HelpMark } from '#renderer/help/index.ts';
import { beginWords, draftWords, policyMenuWords, useWords } from '#renderer/locales/index.ts';
import { NewDraft } from './NewDraft.tsx';

/** The editions to come: each draft with its state, and the way into it. */
export function DraftsPage() {
  const words = useWords(draftWords);
  const { formatTime } = useTimes();
  const drafts = useDrafts();
  const begin = useWords(beginWords);
  const title = useWords(policyMenuWords).drafts;
  const [, go] = useLocation();
  const isVacant = drafts.data?.isVacant ?? false;
  const [isBeginning, setBeginning] = useState(false);
  return (
    <Page
      title={
        <>
          {title} <HelpMark topic="drafts" />
        </>
      }
    >
      <p className="quiet">{isVacant ? begin.vacant : words.draftsHint}</p>
      {drafts.isPending && <Loading />}
      {drafts.isError && <Failed error={drafts.error} retry={() => drafts.refetch()} />}
      {drafts.data?.drafts.length === 0 && !isVacant && <Empty>{words.none}</Empty>}
      <ul className="drafts" aria-label={title}>
        {drafts.data?.drafts.map(({ id, title: name, status, length, createdAt, createdBy }) => (
          <li key={id}>
            <Link href={`/policy/drafts/${id}/changes`}>{name}</Link>
            <Tag>{words.statuses[status] ?? status}</Tag>
            <span className="quiet">
              {words.differences(length)} · {words.by(createdBy || words.folder, formatTime(createdAt))}
            </span>
          </li>
        ))}
      </ul>
      {isVacant ? (
        <Button type="primary" onClick={() => go('/policy/new')}>
          {begin.begin}
        </Button>
      ) : isBeginning ? (
        <NewDraft close={() => setBeginning(false)} />
      ) : (
        <Button type="primary" onClick={() => setBeginning(true)}>
          {words.begin}
        </Button>
      )}
    </Page>
  );
}
