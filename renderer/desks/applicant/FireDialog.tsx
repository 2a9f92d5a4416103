import { Modal } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { JsonObject } from '../../../engine/core/model/index.ts';
import { type ActionView, ApiError, useFire } from '../../api/index.ts';
import { EventForm, useLists, useOpenCase } from '../../form/index.ts';
import { useNotify } from '../../frame/index.ts';
import { applicantWords, frameWords, useWords } from '../../locales/index.ts';

/** Asks once more, in the event's own words, takes what it needs, and fires it on what is saved. */
export function FireDialog({ action, close }: { action: ActionView; close: () => void }) {
  const words = useWords(applicantWords);
  const framed = useWords(frameWords);
  const notify = useNotify();
  const lists = useLists();
  const { store } = useOpenCase();
  const fire = useFire(store.view.id);
  const [, navigate] = useLocation();
  const [input, setInput] = useState<JsonObject>({});
  const submit = async () => {
    await store.flush();
    const unsaved = Object.values(store.snapshot().saves).some(({ kind }) => kind !== 'saved');
    if (unsaved) return notify.warning(words.unsavedStop);
    const request = { event: action.event, version: store.view.version, ...(action.input ? { input } : {}) };
    try {
      const [done] = (await fire.mutateAsync(request)).cases;
      notify.success(words.fired(done?.stateTitle ?? ''));
      navigate('/', { replace: true });
    } catch (error) {
      notify.failure(error);
      if (error instanceof ApiError && error.body?.problems) close();
    }
  };
  return (
    <Modal
      open
      title={words.confirmTitle(action.title)}
      okText={action.title}
      cancelText={framed.cancel}
      okButtonProps={{ danger: action.danger, loading: fire.isPending }}
      onOk={submit}
      onCancel={close}
      closable={{ 'aria-label': framed.close }}
    >
      {action.confirm && <p>{action.confirm}</p>}
      {action.input && (
        <EventForm
          id={action.event}
          schema={action.input.schema}
          ui={action.input.ui}
          value={input}
          onChange={setInput}
          lists={lists}
        />
      )}
    </Modal>
  );
}
