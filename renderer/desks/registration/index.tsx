import { Redirect, Route, Switch } from 'wouter';
import '#renderer/plain-forms/plain-forms.css';
import { OwnPage } from './OwnPage.tsx';
import { ProgressPage } from './ProgressPage.tsx';
import { RegisterPage } from './RegisterPage.tsx';
import './registration.css';

/** Registrations: the public forms, and one's own after it was sent. */
export default function RegistrationDesk() {
  return (
    <Switch>
      <Route path="/register/:form">{({ form }) => <RegisterPage key={form} form={form} />}</Route>
      <Route path="/progress">
        <ProgressPage />
      </Route>
      <Route path="/registration">
        <OwnPage />
      </Route>
      <Route>
        <Redirect to="/registration" replace />
      </Route>
    </Switch>
  );
}
