import type { ReactNode } from 'react';
import { useQueueMenu, useSession } from '#renderer/api/index.ts';
import { Frame, type Notice } from '#renderer/frame/index.ts';
import { reviewWords, useWords } from '#renderer/locales/index.ts';
import { groupsOf } from './menu.ts';
import { seesDrafts, usePolicyMenu } from './policy-menu.ts';

/** The frame of desks beside the queues and beside the policy desk: the same menu as there, for whoever has one. */
export function StaffFrame({ notices, children }: { notices?: Notice[]; children: ReactNode }) {
  const session = useSession().data;
  const abilities = session?.user.abilities ?? [];
  const title = session?.organisation?.name;
  const { drafts, policy } = usePolicyMenu();
  if (session?.user.mustEnrol) return <Frame notices={notices}>{children}</Frame>;
  if (abilities.includes('review') || abilities.includes('accounts'))
    return (
      <QueueFrame title={title} applies={abilities.includes('apply')} notices={notices}>
        {children}
      </QueueFrame>
    );
  return (
    <Frame menu={seesDrafts(abilities) ? [drafts, policy] : []} menuTitle={title} notices={notices}>
      {children}
    </Frame>
  );
}

type Props = {
  title: string | undefined;
  applies: boolean;
  notices?: Notice[] | undefined;
  children: ReactNode;
};

function QueueFrame({ title, applies, notices, children }: Props) {
  const words = useWords(reviewWords);
  const menu = useQueueMenu().data ?? [];
  return (
    <Frame menu={groupsOf(menu, words, applies)} menuTitle={title} notices={notices}>
      {children}
    </Frame>
  );
}
