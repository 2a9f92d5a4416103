import { Table } from 'antd';
import type { PolicyView } from '#core/model/wire/index.ts';
import { sourceText } from '#core/sentence/index.ts';
import { Empty, Page } from '#renderer/frame/index.ts';
import { policyMenuWords, policyWords, useLocale, useWords } from '#renderer/locales/index.ts';

/** What nobody has confirmed yet: the list to go through before the next edition. */
export function UnconfirmedParts({ parts }: { parts: PolicyView['unconfirmed'] }) {
  const words = useWords(policyWords);
  const menu = useWords(policyMenuWords);
  const locale = useLocale();
  if (parts.length === 0)
    return (
      <Page title={menu.unconfirmed}>
        <Empty>{words.nothingUnconfirmed}</Empty>
      </Page>
    );
  return (
    <Page title={menu.unconfirmed}>
      <p className="quiet">{words.unconfirmedHint(parts.length)}</p>
      <Table
        size="small"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        rowKey="place"
        dataSource={parts}
        columns={[
          { title: words.place, dataIndex: 'place' },
          {
            title: words.source,
            dataIndex: 'source',
            render: (source: string) => sourceText(source, locale),
          },
        ]}
      />
    </Page>
  );
}
