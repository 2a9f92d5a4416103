import { Route, Switch } from 'wouter';
import './applicant.css';
import { Application } from './Application.tsx';
import { Home } from './home/Home.tsx';

/** The applicant's desk: a home card, and one application at a time. */
export default function ApplicantDesk() {
  return (
    <Switch>
      <Route path="/applications/:id/:page?">
        {({ id, page }) => <Application key={id} id={id} page={page} />}
      </Route>
      <Route>
        <Home />
      </Route>
    </Switch>
  );
}
