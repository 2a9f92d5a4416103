import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useRef } from 'react';
import type { OrganisationView } from '#renderer/api/index.ts';
import { useReturnFocus } from '#renderer/focus/index.ts';
import { useSearchText } from '#renderer/frame/index.ts';
import { formWords, frameWords, useWords } from '#renderer/locales/index.ts';
import { Dialog } from '#renderer/popups/index.ts';
import { OrganisationList } from './OrganisationList.tsx';
import type { Scope } from './scope.tsx';

type Props = {
  scope: Scope;
  chosen?: string | undefined;
  title: string;
  /** Something was chosen; the opener of the picker closes it. */
  onChoose: (one: OrganisationView) => void;
  /** Nothing is to be chosen. */
  close: () => void;
};

/**
 * Chooses from the organisation tree: by name or its initials, or down the tree, level by level. Where the form says
 * which kinds may be chosen, those are offered at once; people look for theirs from the top.
 */
export function OrganisationPicker({ scope, chosen, title, onChoose, close }: Props) {
  const words = useWords(formWords);
  const framed = useWords(frameWords);
  useReturnFocus();
  const input = useRef<InputRef>(null);
  const { wanted: search, input: typed } = useSearchText();
  return (
    <Dialog
      open
      title={title}
      footer={null}
      onCancel={close}
      afterOpenChange={(open) => open && input.current?.focus()}
      closable={{ 'aria-label': framed.close }}
      className="organisation-picker"
    >
      <Input
        ref={input}
        allowClear
        {...typed}
        prefix={<SearchOutlined aria-hidden="true" />}
        placeholder={words.searchOrganisation}
        aria-label={words.searchOrganisation}
        maxLength={60}
      />
      <div className="organisation-found">
        <OrganisationList
          key={search === '' ? 'tree' : 'found'}
          search={search === '' ? {} : { search }}
          scope={scope}
          chosen={chosen}
          onChoose={onChoose}
          flat={search !== ''}
          label={title}
        />
      </div>
    </Dialog>
  );
}
