import { Link } from 'wouter';
import { type ProgrammeView, useProgramme } from '#renderer/api/index.ts';
import { Action } from '#renderer/basics/index.ts';
import { useLanguages } from '#renderer/frame/index.ts';
import { HelpButton } from '#renderer/help/index.ts';
import { loginWords, useWords } from '#renderer/locales/index.ts';
import { Cover } from '#renderer/plain-forms/index.ts';
import { CycleWindow } from './CycleWindow.tsx';
import { LoginForm } from './LoginForm.tsx';

/** The way in, for whoever is not logged in, wherever they stand: what this is, until when it is open, the login, and the registrations. */
export function LoginPage() {
  const words = useWords(loginWords);
  const programme = useProgramme().data;
  const languages = useLanguages();
  if (!programme) return null;
  return (
    <Cover programme={programme} aside={<CycleWindow cycle={programme.cycle} />}>
      <LoginForm />
      <nav className="entry-links" aria-label={words.besides}>
        {programme.accountForms.length > 0 && <Link href="/progress">{words.progress}</Link>}
        {programme.attests && <Link href="/verify">{words.verify}</Link>}
        <HelpButton />
        {languages.map(({ id, title, run }) => (
          <Action key={id} kind="text" lang={id} onClick={run}>
            {title}
          </Action>
        ))}
      </nav>
      <Registrations forms={programme.accountForms} />
    </Cover>
  );
}

function Registrations({ forms }: { forms: ProgrammeView['accountForms'] }) {
  const words = useWords(loginWords);
  if (forms.length === 0) return null;
  return (
    <section className="registrations" aria-label={words.register}>
      <h2>{words.registerHint}</h2>
      <ul>
        {forms.map((form) => (
          <li key={form.id}>
            <Link href={`/register/${form.id}`}>{form.title}</Link>
            {form.description && <p className="quiet">{form.description}</p>}
          </li>
        ))}
      </ul>
      <p className="quiet">{words.forgotten}</p>
    </section>
  );
}
