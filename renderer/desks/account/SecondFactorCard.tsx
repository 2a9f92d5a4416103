import { Alert, Button, QRCode } from 'antd';
import { useState } from 'react';
import {
  messageOf,
  type NewFactor,
  useBeginSecondFactor,
  useConfirmSecondFactor,
  useRemoveSecondFactor,
  useSession,
} from '#renderer/api/index.ts';
import { useNotify } from '#renderer/frame/index.ts';
import { accountsWords, apiWords, useWords } from '#renderer/locales/index.ts';
import { CodeForm } from './CodeForm.tsx';

/** Turns one-time codes on and off; both ends in a code, so that nobody locks themselves out. */
export function SecondFactorCard() {
  const words = useWords(accountsWords);
  const sentences = useWords(apiWords);
  const notify = useNotify();
  const isOn = useSession().data?.user.secondFactor ?? false;
  const begin = useBeginSecondFactor();
  const confirm = useConfirmSecondFactor();
  const remove = useRemoveSecondFactor();
  const [step, setStep] = useState<'none' | 'add' | 'remove'>('none');
  /** After a step the focus returns to the button that began it. */
  const [isBack, setBack] = useState(false);
  const end = () => {
    setBack(true);
    setStep('none');
  };
  const error = begin.error ?? confirm.error ?? remove.error;
  const done = (text: string) => () => {
    notify.success(text);
    end();
  };
  return (
    <section className="second-factor" aria-labelledby="second-factor">
      <h2 id="second-factor">{words.second}</h2>
      <p className="quiet">{words.secondText}</p>
      {error && <Alert type="error" showIcon role="alert" title={messageOf(error, sentences)} />}
      <p>
        {words.status} <strong>{isOn ? words.secondOn : words.secondOff}</strong>
      </p>
      {step === 'none' && (
        <p className="own-links">
          {isOn ? (
            <Button autoFocus={isBack} onClick={() => setStep('remove')}>
              {words.secondRemove}
            </Button>
          ) : (
            <Button
              autoFocus={isBack}
              loading={begin.isPending}
              onClick={() => begin.mutate(undefined, { onSuccess: () => setStep('add') })}
            >
              {words.secondBegin}
            </Button>
          )}
        </p>
      )}
      {step === 'add' && begin.data && (
        <>
          <Secret factor={begin.data} />
          <CodeForm
            title={words.secondConfirm}
            busy={confirm.isPending}
            send={(code) => confirm.mutate(code, { onSuccess: done(words.secondDone) })}
            cancel={end}
          />
        </>
      )}
      {step === 'remove' && (
        <CodeForm
          title={words.secondRemove}
          busy={remove.isPending}
          send={(code) => remove.mutate(code, { onSuccess: done(words.secondGone) })}
          cancel={end}
        />
      )}
    </section>
  );
}

function Secret({ factor }: { factor: NewFactor }) {
  const words = useWords(accountsWords);
  return (
    <div className="secret">
      <p>{words.secondScan}</p>
      <QRCode
        type="svg"
        value={factor.uri}
        size={200}
        color="#000"
        bgColor="#fff"
        marginSize={2}
        aria-label={words.secondPicture}
      />
      <p>
        <code>{factor.secret.replace(/(.{4})/g, '$1 ')}</code>
      </p>
    </div>
  );
}
