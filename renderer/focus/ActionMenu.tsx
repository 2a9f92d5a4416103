import { Dropdown, type DropdownProps, type MenuProps } from 'antd';
import { type ReactElement, useRef } from 'react';

type Props = Pick<DropdownProps, 'open' | 'placement'> & {
  items: NonNullable<MenuProps['items']>;
  choose: (key: string) => void;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it. */
  children: ReactElement;
};

/** A menu behind a button: opened, gone through, chosen from and left by key as well as by pointer. */
export function ActionMenu({ items, choose, open, onOpenChange, placement, children }: Props) {
  const from = useRef<Element | null>(null);
  const change = (next: boolean) => {
    if (next) from.current = document.activeElement;
    else if (document.activeElement?.closest('[role=menu]')) giveBack(from.current);
    onOpenChange?.(next);
  };
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      destroyOnHidden
      {...(placement && { placement })}
      {...(open !== undefined && { open })}
      onOpenChange={change}
      menu={{
        items,
        onClick: ({ key, domEvent }) => {
          // Enter would go on to press whatever the choice puts the focus on: a question's answer, say.
          domEvent.preventDefault();
          choose(key);
        },
      }}
    >
      {children}
    </Dropdown>
  );
}

const giveBack = (to: Element | null): void => {
  if (to instanceof HTMLElement) to.focus();
};
