import type { ReactNode } from 'react';
import { Link } from 'wouter';

/** `badge` is what stands at the right: a count, a tick. `badgeLabel` is its text for screen readers. */
export type MenuEntry = { id: string; title: string; path: string; badge?: ReactNode; badgeLabel?: string };

/** A heading of the menu with its pages. A group without pages is itself the link, by `path`. */
export type MenuGroup = { id: string; title: string; path?: string; entries: MenuEntry[] };

type Props = { groups: MenuGroup[]; current: string; label: string; onChoose?: () => void };

/** The desk's table of contents. `current` is the path of the page that is open. */
export function Menu({ groups, current, label, onChoose }: Props) {
  return (
    <nav className="menu" aria-label={label}>
      {groups.map((group) => (
        <section key={group.id}>
          <MenuHeading group={group} current={current} onChoose={onChoose} />
          {group.entries.length > 0 && (
            <ul>
              {group.entries.map((entry) => (
                <li key={entry.id}>
                  <MenuLink entry={entry} current={current} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </nav>
  );
}

function MenuHeading({
  group,
  current,
  onChoose,
}: {
  group: MenuGroup;
  current: string;
  onChoose?: (() => void) | undefined;
}) {
  if (!group.path) return <h2>{group.title}</h2>;
  const entry = { id: group.id, title: group.title, path: group.path };
  return (
    <h2>
      <MenuLink entry={entry} current={current} onChoose={onChoose} />
    </h2>
  );
}

function MenuLink({
  entry,
  current,
  onChoose,
}: {
  entry: MenuEntry;
  current: string;
  onChoose?: (() => void) | undefined;
}) {
  return (
    <Link href={entry.path} aria-current={entry.path === current ? 'page' : undefined} onClick={onChoose}>
      <span>{entry.title}</span>
      {entry.badge !== undefined && (
        <span className="badge">
          <span aria-hidden={Boolean(entry.badgeLabel)}>{entry.badge}</span>
          {entry.badgeLabel && <span className="unseen">{entry.badgeLabel}</span>}
        </span>
      )}
    </Link>
  );
}
