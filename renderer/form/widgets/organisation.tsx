import { ApartmentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useOrganisation, wayTo } from '#renderer/api/index.ts';
import { formWords, useWords } from '#renderer/locales/index.ts';
import { OrganisationPicker, useScope } from '../organisation/index.ts';
import type { Widget, WidgetProps } from './widget.ts';

/** The chosen organisation with the way to it, and the button that opens the tree. */
function OrganisationWidget({ id, label, value, onChange, readOnly, options }: WidgetProps) {
  const words = useWords(formWords);
  const inherited = useScope();
  const scope = options.for ? { ...inherited, for: options.for } : inherited;
  const [open, setOpen] = useState(false);
  const held = typeof value === 'string' ? value : undefined;
  const chosen = useOrganisation(held).data;
  return (
    <>
      <Button
        id={id}
        className="organisation-field"
        icon={<ApartmentOutlined aria-hidden="true" />}
        aria-labelledby={`${id}~label ${id}`}
        aria-describedby={`${id}~note`}
        aria-haspopup="dialog"
        disabled={readOnly}
        onClick={() => setOpen(true)}
      >
        {chosen ? wayTo(chosen) : words.chooseOrganisation}
      </Button>
      {open && (
        <OrganisationPicker
          scope={scope}
          chosen={held}
          title={label}
          onChoose={(one) => {
            onChange(one.id);
            setOpen(false);
          }}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}

export const organisation: Widget = {
  name: 'organisation',
  component: OrganisationWidget,
  showsItself: true,
  fits: () => false,
};
