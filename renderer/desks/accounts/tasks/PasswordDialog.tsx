import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Modal } from 'antd';
import { type InitialPassword, useProgramme } from '#renderer/api/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { accountsWords, useWords } from '#renderer/locales/index.ts';

/** A first password, shown once: to be copied or printed and handed over. */
export function PasswordDialog({ user, close }: { user: InitialPassword; close: () => void }) {
  const words = useWords(accountsWords);
  const notify = useNotify();
  const programme = useProgramme().data;
  const text = `${words.username} ${user.username}\n${words.passwordTitle} ${user.password}`;
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => notify.success(words.copied), notify.failure);
  };
  return (
    <Modal
      open
      title={words.passwordTitle}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <>
          {isSecureContext && (
            <Button icon={<CopyOutlined aria-hidden="true" />} onClick={copy}>
              {words.copy}
            </Button>
          )}
          <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button type="primary" onClick={close}>
            {words.done}
          </Button>
        </>
      }
    >
      <Alert type="warning" showIcon title={words.passwordOnce} />
      <div className="first-password">
        <h2>{programme?.title}</h2>
        <dl>
          <dt>{words.username}</dt>
          <dd>{user.username}</dd>
          <dt>{words.passwordTitle}</dt>
          <dd>
            <code>{user.password}</code>
          </dd>
        </dl>
        <p>{words.passwordNote}</p>
      </div>
    </Modal>
  );
}
