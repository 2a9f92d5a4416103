import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { type OrganisationView, useOrganisation, useOrganisations } from '../../api/index.ts';
import { formWords, useWords } from '../../locales/index.ts';
import { described, type Widget, type WidgetProps } from './widget.ts';

const asOption = ({ id, name, path, selectable }: OrganisationView) => ({
  value: id,
  label: name,
  path: path.join(' / '),
  disabled: !selectable,
});

/** Chooses from the organisation tree by name; the way to it stands below, so that two of a name differ. */
function OrganisationWidget(props: WidgetProps) {
  const words = useWords(formWords);
  const { value, onChange, readOnly, options, label } = props;
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState(false);
  const chosen = useOrganisation(typeof value === 'string' ? value : undefined).data;
  const found = useOrganisations({ search: useDeferredValue(search), for: options.for }, open && !readOnly);
  const organisations = found.data?.organisations ?? [];
  const shown =
    chosen && !organisations.some(({ id }) => id === chosen.id) ? [chosen, ...organisations] : organisations;
  return (
    <Select<string>
      {...described(props)}
      aria-label={label}
      className="full"
      value={typeof value === 'string' ? value : undefined}
      onChange={(next) => onChange(next ?? undefined)}
      onOpenChange={setOpen}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      options={shown.map(asOption)}
      optionRender={({ data }) => (
        <div className="organisation">
          {data.label}
          <small>{data.path}</small>
        </div>
      )}
      loading={found.isFetching}
      disabled={readOnly}
      allowClear
      placeholder={words.searchOrganisation}
      notFoundContent={found.isFetching ? words.searching : words.noOrganisation}
    />
  );
}

export const organisation: Widget = {
  name: 'organisation',
  component: OrganisationWidget,
  fits: () => false,
};
