import { Route, Switch } from 'wouter';
import { VerifyPage } from './VerifyPage.tsx';

/** Checking a print by its code: typed, or out of the QR code that a telephone has read. */
export default function VerifyDesk() {
  return (
    <Switch>
      <Route path="/V/:signed">{({ signed }) => <VerifyPage signed={signed} />}</Route>
      <Route>
        <VerifyPage />
      </Route>
    </Switch>
  );
}
