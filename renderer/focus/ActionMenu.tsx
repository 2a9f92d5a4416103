import { Dropdown, type DropdownProps, type MenuProps } from 'antd';
import { type ReactElement, useRef } from 'react';

type Props = Pick<DropdownProps, 'open' | 'placement'> & {
  items: NonNullable<MenuProps['items']>;
  choose: (key: string) => void;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it. */
  children: ReactElement;
};

/** A menu behind a button: it works by keyboard as well as by pointer. */
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
          // Otherwise Enter would also press the element that gets the focus next, such as a button of a dialog.
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
