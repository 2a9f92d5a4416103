import { Redirect, Route, Switch } from 'wouter';
import { usePolicy } from '#renderer/api/index.ts';
import { Failed, Frame, Loading } from '#renderer/frame/index.ts';
import { policyWords, useWords } from '#renderer/locales/index.ts';
import { Charts } from './Charts.tsx';
import { Forms } from './Forms.tsx';
import { Overview } from './Overview.tsx';
import './policy.css';
import { UnconfirmedParts } from './UnconfirmedParts.tsx';

const PAGES = ['overview', 'forms', 'charts', 'unconfirmed'] as const;
const at = (page: string): string => `/policy/${page}`;

/** The desk of policy staff: what the serving edition holds, and what of it is still open. */
export default function PolicyDesk() {
  const words = useWords(policyWords);
  const policy = usePolicy();
  const entries = PAGES.map((page) => ({
    id: page,
    title: words[page],
    path: at(page),
    ...(page === 'unconfirmed' && policy.data ? { badge: policy.data.unconfirmed.length } : {}),
  }));
  return (
    <Frame menu={[{ id: 'policy', title: words.title, entries }]} menuTitle={policy.data?.cycle}>
      {policy.isPending && <Loading />}
      {policy.isError && <Failed error={policy.error} retry={() => policy.refetch()} />}
      {policy.data && (
        <Switch>
          <Route path={at('overview')}>
            <Overview policy={policy.data} />
          </Route>
          <Route path={at('forms')}>
            <Forms forms={policy.data.forms} />
          </Route>
          <Route path={at('charts')}>
            <Charts charts={policy.data.charts} />
          </Route>
          <Route path={at('unconfirmed')}>
            <UnconfirmedParts parts={policy.data.unconfirmed} />
          </Route>
          <Route>
            <Redirect to={at('overview')} replace />
          </Route>
        </Switch>
      )}
    </Frame>
  );
}
