import type { ReactNode } from 'react';
import { useSession } from '#renderer/api/index.ts';
import { Frame, type MenuGroup, type Notice } from '#renderer/frame/index.ts';
import { useStaffMenu } from './useStaffMenu.ts';

type Props = {
  notices?: Notice[] | undefined;
  /** The contents of what is open, before everything else. */
  first?: MenuGroup;
  children: ReactNode;
};

/** The frame of every page of a desk, with the whole menu of whoever is there; without one for whoever has no desk. */
export function StaffFrame({ notices, first, children }: Props) {
  const title = useSession().data?.organisation?.name;
  const menu = useStaffMenu();
  if (!menu) return <Frame notices={notices}>{children}</Frame>;
  return (
    <Frame menu={first ? [first, ...menu] : menu} menuTitle={title} notices={notices}>
      {children}
    </Frame>
  );
}
