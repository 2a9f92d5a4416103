import { CheckCircleOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { type ActionView, useSheetProblems } from '#renderer/api/index.ts';
import { ProblemList, SaveLine, useLists, useOpenCase, useSnapshot } from '#renderer/form/index.ts';
import { Empty, Page } from '#renderer/frame/index.ts';
import { applicantWords, useWords } from '#renderer/locales/index.ts';
import { FireDialog } from '../FireDialog.tsx';
import { OpenReturned } from '../opinions/OpenReturned.tsx';
import { useReveal } from '../reveal.tsx';
import { useFollow } from '../useFollow.ts';
import { SheetLinks } from './Remaining.tsx';
import { Overrun } from './sheets/Overrun.tsx';
import { usePageTitle } from './usePageTitle.ts';

/** Before handing in: everything that is wrong at once, what to check, the prints, and the action. */
export function ConfirmPage() {
  const words = useWords(applicantWords);
  const title = usePageTitle('confirm');
  const { store, edition } = useOpenCase();
  const { view } = store;
  const writable = view.editingAs !== null;
  const { reveal } = useReveal();
  const problems = useSnapshot(({ live }) => live.problems);
  const { hrefOf, follow } = useFollow();
  const [fired, setFired] = useState<ActionView | null>(null);
  const revealAll = useRef(reveal);
  useEffect(() => revealAll.current(), []);
  useEffect(() => void store.flush(), [store]);
  const lists = useLists();
  const ready = async () => {
    await store.flush();
    return Object.values(store.snapshot().saves).every(({ kind }) => kind === 'saved');
  };
  const mustFit = view.sheets
    .map(({ id }) => id)
    .filter((id) => edition.definition.sheets.some((sheet) => sheet.id === id && sheet.fit?.blocks));
  const tooLong = useSheetProblems(view.id, writable ? mustFit : []);
  const blocking = [...problems.filter(({ severity }) => severity === 'block'), ...tooLong];
  const warnings = problems.filter(({ severity }) => severity === 'warn');
  const actions = view.actions.filter(({ by }) => by === 'applicant');
  return (
    <Page
      title={title}
      aside={writable && <SaveLine />}
      actions={
        actions.length > 0 &&
        actions.map((action) => (
          <ActionButton
            key={action.event}
            action={action}
            stopped={blocking.length > 0}
            fire={() => setFired(action)}
          />
        ))
      }
    >
      <OpenReturned />
      {!writable && <Alert type="info" showIcon title={words.locked(view.stateTitle)} className="locked" />}
      {writable && blocking.length === 0 && (
        <p className="ready">
          <CheckCircleOutlined aria-hidden="true" /> {words.confirmReady}
        </p>
      )}
      {writable && blocking.length > 0 && (
        <section className="summary" aria-labelledby="blocking">
          <h2 id="blocking">{words.confirmBlocked(blocking.length)}</h2>
          <ProblemList problems={blocking} hrefOf={hrefOf} onFollow={follow} />
        </section>
      )}
      {warnings.length > 0 && (
        <section className="summary warnings" aria-labelledby="warnings">
          <h2 id="warnings">{words.confirmWarnings(warnings.length)}</h2>
          <ProblemList problems={warnings} hrefOf={hrefOf} onFollow={follow} />
        </section>
      )}
      {view.sheets.map(({ id, title: name }) => (
        <Overrun key={id} sheet={id} title={name} />
      ))}
      <SheetLinks />
      {actions.length === 0 && <Empty>{words.noActions}</Empty>}
      {fired && (
        <FireDialog action={fired} view={view} lists={lists} ready={ready} close={() => setFired(null)} />
      )}
    </Page>
  );
}

/** The primary action waits until nothing blocks; any other, such as taking it back, does not. */
function ActionButton({ action, stopped, fire }: { action: ActionView; stopped: boolean; fire: () => void }) {
  return (
    <Button
      type={action.primary ? 'primary' : 'default'}
      danger={action.danger}
      disabled={action.primary && stopped}
      onClick={fire}
      className={action.danger ? 'apart' : ''}
    >
      {action.title}
    </Button>
  );
}
