import { useState } from 'react';
import { useLocation } from 'wouter';
import { useOrganisation, useProgramme } from '#renderer/api/index.ts';
import { OpenBlank, useOpenCase } from '#renderer/form/index.ts';
import { Empty } from '#renderer/frame/index.ts';
import { registrationWords, useWords } from '#renderer/locales/index.ts';
import { Paper } from '#renderer/plain-forms/index.ts';
import { RegisterForm } from './RegisterForm.tsx';
import { Sent } from './Sent.tsx';

/** The public registration by one account form of the programme. */
export function RegisterPage({ form: id }: { form: string }) {
  const words = useWords(registrationWords);
  const [, navigate] = useLocation();
  const programme = useProgramme().data;
  const form = programme?.accountForms.find((one) => one.id === id);
  const [sent, setSent] = useState<{ username: string; parent: string } | null>(null);
  const parent = useOrganisation(sent?.parent || undefined).data;
  if (!programme) return null;
  if (!form) {
    return (
      <Paper title={words.unknownForm}>
        <Empty>{words.unknownForm}</Empty>
      </Paper>
    );
  }
  if (sent) return <Sent username={sent.username} parent={parent?.name ?? ''} leave={() => navigate('/')} />;
  return (
    <Paper title={form.title}>
      {form.description && <p className="quiet">{form.description}</p>}
      <OpenBlank edition={programme.edition} category={form.id}>
        <Bound onSent={(username, under) => setSent({ username, parent: under })} />
      </OpenBlank>
    </Paper>
  );
}

function Bound({ onSent }: { onSent: (username: string, parent: string) => void }) {
  const programme = useProgramme().data;
  const { account } = useOpenCase().store.category.definition;
  if (!programme || !account) return null;
  return <RegisterForm policy={programme.password} binding={account} onSent={onSent} />;
}
