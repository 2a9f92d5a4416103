import { Table } from 'antd';
import type { PolicyView } from '#core/model/wire/index.ts';
import { Page, useTimes } from '#renderer/frame/index.ts';
import { policyMenuWords, policyWords, useWords } from '#renderer/locales/index.ts';

const SHORT = 12;

/** Which editions there are, which one is published, and how a new one is made. */
export function Overview({ policy }: { policy: PolicyView }) {
  const words = useWords(policyWords);
  const menu = useWords(policyMenuWords);
  const { formatTime } = useTimes();
  return (
    <Page title={menu.overview}>
      <p>
        {words.serving} <code>{policy.serving.slice(0, SHORT)}</code>
      </p>
      <p className="quiet">{words.howToChange}</p>
      <Table
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowKey="hash"
        dataSource={policy.editions}
        title={() => words.editions}
        columns={[
          { title: words.cycle, dataIndex: 'cycle' },
          {
            title: words.hash,
            dataIndex: 'hash',
            render: (hash: string) => <code>{hash.slice(0, SHORT)}</code>,
          },
          {
            title: words.status,
            dataIndex: 'status',
            render: (status: string) => words.statuses[status] ?? status,
          },
          { title: words.publishedAt, dataIndex: 'publishedAt', render: formatTime },
        ]}
      />
    </Page>
  );
}
