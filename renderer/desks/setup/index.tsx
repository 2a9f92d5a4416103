import { useState } from 'react';
import { Route } from 'wouter';
import { useProgramme, useSetup } from '#renderer/api/index.ts';
import { Empty, Loading } from '#renderer/frame/index.ts';
import { registrationWords, useWords } from '#renderer/locales/index.ts';
import { Paper } from '#renderer/plain-forms/index.ts';
import '#renderer/plain-forms/plain-forms.css';
import { SetupForm } from './SetupForm.tsx';

/** The first administrator, by a one-time link. */
export default function SetupDesk() {
  return <Route path="/setup/:token">{({ token }) => <SetupPage token={token} />}</Route>;
}

function SetupPage({ token }: { token: string }) {
  const words = useWords(registrationWords);
  const programme = useProgramme().data;
  const setup = useSetup(token);
  const [done, setDone] = useState(false);
  return (
    <Paper title={words.setup}>
      {setup.isPending && <Loading />}
      {setup.isError && !done && <Empty>{words.setupGone}</Empty>}
      {done && <p role="status">{words.setupDone}</p>}
      {setup.data && programme && !done && (
        <>
          <p className="quiet">{words.setupHint(setup.data.organisation, setup.data.roleTitle)}</p>
          <SetupForm token={token} policy={programme.password} onDone={() => setDone(true)} />
        </>
      )}
    </Paper>
  );
}
