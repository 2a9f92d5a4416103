import { Table, Tag } from 'antd';
import type { PolicyView } from '#core/model/wire/index.ts';
import { Page } from '#renderer/frame/index.ts';
import { policyMenuWords, policyWords, useWords } from '#renderer/locales/index.ts';

type Form = PolicyView['forms'][number];

/** Every form with its sections: kind, limits, and the number of items, rules and slots. */
export function Forms({ forms }: { forms: Form[] }) {
  const words = useWords(policyWords);
  const menu = useWords(policyMenuWords);
  return (
    <Page title={menu.forms}>
      {forms.map((form) => (
        <section key={form.id} className="policy-form">
          <h2>
            {form.title} {form.makesAccount && <Tag>{words.account}</Tag>}
          </h2>
          {form.rules > 0 && <p className="quiet">{words.formRules(form.rules)}</p>}
          <Sections sections={form.sections} />
        </section>
      ))}
    </Page>
  );
}

function Sections({ sections }: { sections: Form['sections'] }) {
  const words = useWords(policyWords);
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="title"
      dataSource={sections}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: words.section, dataIndex: 'title' },
        { title: words.kind, dataIndex: 'kind', render: (kind: string) => words.kinds[kind] ?? kind },
        { title: words.limit, dataIndex: 'limit', align: 'right' },
        { title: words.items, dataIndex: 'items', align: 'right' },
        { title: words.rules, dataIndex: 'rules', align: 'right' },
        { title: words.slots, dataIndex: 'slots', align: 'right' },
      ]}
    />
  );
}
