import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { type OrganisationSearch, type OrganisationView, useOrganisationPages } from '#renderer/api/index.ts';
import { Failed } from '#renderer/frame/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import type { Scope } from './scope.tsx';

type Props = {
  search: OrganisationSearch;
  scope: Scope;
  chosen?: string | undefined;
  onChoose: (one: OrganisationView) => void;
  /** Found by name: no tree, each with the way to it. */
  flat?: boolean;
  /** What the list is called. */
  label: string;
};

/** One level of the tree, or what was found by name; further pages and levels are fetched when asked for. */
export function OrganisationList({ search, scope, chosen, onChoose, flat = false, label }: Props) {
  const words = useWords(formWords);
  const found = useOrganisationPages({ ...search, ...scope });
  if (found.isPending) return <p className="quiet">{words.searching}</p>;
  if (found.isError) return <Failed error={found.error} retry={() => found.refetch()} />;
  const { groups, organisations, whole } = found.data;
  if (groups.length + organisations.length === 0) return <p className="quiet">{words.noOrganisation}</p>;
  return (
    <ul className="organisations" aria-label={label}>
      {groups.map((group) => (
        <Group
          key={group.id}
          group={group}
          search={search}
          scope={scope}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
      {organisations.map((one) => (
        <Node key={one.id} one={one} scope={scope} chosen={chosen} onChoose={onChoose} flat={flat} />
      ))}
      {found.hasNextPage && !whole && (
        <li>
          <Button size="small" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
            {words.moreOrganisations}
          </Button>
        </li>
      )}
    </ul>
  );
}

type GroupProps = Pick<Props, 'search' | 'scope' | 'chosen' | 'onChoose'> & {
  group: { id: string; title: string };
};

/** A part of a level, as the programme groups it. */
function Group({ group, search, scope, chosen, onChoose }: GroupProps) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className="organisation-line">
        <Button
          type="text"
          size="small"
          icon={open ? <CaretDownOutlined aria-hidden="true" /> : <CaretRightOutlined aria-hidden="true" />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {group.title}
        </Button>
      </div>
      {open && (
        <OrganisationList
          search={{ ...search, group: group.id }}
          scope={scope}
          chosen={chosen}
          onChoose={onChoose}
          label={group.title}
        />
      )}
    </li>
  );
}

type NodeProps = Pick<Props, 'scope' | 'chosen' | 'onChoose' | 'flat'> & { one: OrganisationView };

function Node({ one, scope, chosen, onChoose, flat }: NodeProps) {
  const words = useWords(formWords);
  const [open, setOpen] = useState(false);
  const opens = one.hasChildren && !flat;
  return (
    <li>
      <div className="organisation-line">
        {opens && (
          <Button
            type="text"
            size="small"
            icon={open ? <CaretDownOutlined /> : <CaretRightOutlined />}
            aria-expanded={open}
            aria-label={words.unitsBelow(one.name)}
            onClick={() => setOpen(!open)}
          />
        )}
        {one.selectable ? (
          <button
            type="button"
            className="organisation-choice"
            aria-current={one.id === chosen || undefined}
            onClick={() => onChoose(one)}
          >
            {one.name} <Way one={one} flat={flat} />
          </button>
        ) : (
          <button
            type="button"
            className="organisation-choice closed"
            aria-disabled={!opens}
            onClick={() => opens && setOpen(!open)}
          >
            {one.name} <Way one={one} flat={flat} />
          </button>
        )}
      </div>
      {open && (
        <OrganisationList
          search={{ parent: one.id }}
          scope={scope}
          chosen={chosen}
          onChoose={onChoose}
          label={words.unitsBelow(one.name)}
        />
      )}
    </li>
  );
}

function Way({ one, flat }: { one: OrganisationView; flat?: boolean | undefined }) {
  const text = flat && one.path.length > 0 ? one.path.join(' / ') : one.kindTitle;
  return <small className="quiet">{text}</small>;
}
