import { Alert, Modal } from 'antd';
import { type ReactNode, useId, useRef } from 'react';
import { messageOf } from '#renderer/api/index.ts';
import { accountsWords, apiWords, useWords } from '#renderer/locales/index.ts';

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

/**
 * Asks before something is done, says what will happen, and stays open where it was refused. The focus goes to what is
 * to be filled in, or to the button that goes on; Enter goes on from anywhere.
 */
export function Dialog(props: Props) {
  const { title, okText, danger = false, busy, disabled = false, error, onOk, close, children } = props;
  const words = useWords(accountsWords);
  const sentences = useWords(apiWords);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  /** Where the focus is inside the form already, it stays there. */
  const land = () => {
    if (form.current?.contains(document.activeElement)) return;
    const [first] = form.current?.elements ?? [];
    if (first instanceof HTMLElement) first.focus();
  };
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText={words.cancel}
      okButtonProps={{ danger, loading: busy, disabled, htmlType: 'submit', form: id }}
      onCancel={close}
      afterOpenChange={(open) => open && land()}
      closable={{ 'aria-label': words.close }}
    >
      <form
        id={id}
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && !disabled) onOk();
        }}
      >
        {Boolean(error) && <Alert type="error" showIcon role="alert" title={messageOf(error, sentences)} />}
        {children}
      </form>
    </Modal>
  );
}
