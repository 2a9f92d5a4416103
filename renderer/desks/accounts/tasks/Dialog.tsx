import { Alert, Modal } from 'antd';
import type { ReactNode } from 'react';
import { messageOf } from '../../../api/index.ts';
import { useReturnFocus } from '../../../frame/index.ts';
import { accountsWords, apiWords, useWords } from '../../../locales/index.ts';

type Props = {
  title: string;
  okText: string;
  danger?: boolean;
  busy: boolean;
  disabled?: boolean;
  /** What the server refused; it stays in the dialog, beside what was asked. */
  error?: unknown;
  onOk: () => void;
  close: () => void;
  children: ReactNode;
};

/** Asks before something is done, says what will happen, and stays open where it was refused. */
export function Dialog({ title, okText, danger, busy, disabled, error, onOk, close, children }: Props) {
  const words = useWords(accountsWords);
  useReturnFocus();
  const sentences = useWords(apiWords);
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={words.cancel}
      okButtonProps={{ danger, loading: busy, disabled }}
      onOk={onOk}
      onCancel={close}
      closable={{ 'aria-label': words.close }}
    >
      {Boolean(error) && <Alert type="error" showIcon role="alert" title={messageOf(error, sentences)} />}
      {children}
    </Modal>
  );
}
