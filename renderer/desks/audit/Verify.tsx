import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { messageOf, useVerification } from '#renderer/api/index.ts';
import { apiWords, auditWords, useWords } from '#renderer/locales/index.ts';

/** Verifies the whole chain and reports the first row that does not fit. */
export function Verify() {
  const words = useWords(auditWords);
  const sentences = useWords(apiWords);
  const verification = useVerification();
  const { data } = verification;
  return (
    <div className="verify" role="status">
      <Button
        icon={<SafetyCertificateOutlined aria-hidden="true" />}
        loading={verification.isPending}
        onClick={() => verification.mutate()}
      >
        {verification.isPending ? words.verifying : words.verify}
      </Button>
      {verification.isError && (
        <Alert type="error" showIcon title={messageOf(verification.error, sentences)} />
      )}
      {data && (
        <Alert
          type={data.ok ? 'success' : 'error'}
          showIcon
          title={data.ok ? words.intact(data.rows) : words.broken(data.firstBroken ?? 0)}
          description={
            <>
              {words.head} <code>{data.head}</code>
            </>
          }
        />
      )}
    </div>
  );
}
