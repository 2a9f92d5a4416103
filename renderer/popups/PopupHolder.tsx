import { message as antdMessage, Modal } from 'antd';
import { useEffect } from 'react';
import type { Popups } from './dialogs.tsx';

/** Where popups are drawn; `ready` is given what shows them. */
export default function PopupHolder({ ready }: { ready: (popups: Popups) => void }) {
  const [message, messages] = antdMessage.useMessage();
  const [modal, questions] = Modal.useModal();
  useEffect(() => ready({ message, modal }), [ready, message, modal]);
  return (
    <>
      {messages}
      {questions}
    </>
  );
}
