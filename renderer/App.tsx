import { type ComponentType, type LazyExoticComponent, lazy, Suspense, useEffect } from 'react';
import { Redirect, useLocation } from 'wouter';
import { useProgramme, useSession } from '#renderer/api/index.ts';
import { type Desk, deskAt, desksWith } from '#renderer/desks/index.ts';
import { Boundary, Failed, Loading, TimesProvider } from '#renderer/frame/index.ts';
import { localeOf } from '#renderer/locales/index.ts';
import { AppProviders } from './AppProviders.tsx';

const desks = desksWith(() => import('#admin-ui/index.tsx'));
const screens = new Map<string, LazyExoticComponent<ComponentType>>(
  desks.map((desk) => [desk.id, lazy(desk.load)]),
);

/** Fetches session and programme, then opens the desk that the address names. */
export function App() {
  const programme = useProgramme();
  useEffect(() => {
    if (programme.data) document.title = programme.data.title;
  }, [programme.data]);
  return (
    <AppProviders locale={localeOf(programme.data?.locale ?? navigator.language)}>
      <Boundary>
        {programme.data && (
          <TimesProvider timeZone={programme.data.timeZone}>
            <Desks />
          </TimesProvider>
        )}
        {programme.isPending && <Loading />}
        {programme.isError && <Failed error={programme.error} retry={() => programme.refetch()} />}
      </Boundary>
    </AppProviders>
  );
}

function Desks() {
  const session = useSession();
  const [path] = useLocation();
  if (session.isPending) return <Loading />;
  if (session.isError) return <Failed error={session.error} retry={() => session.refetch()} />;
  const desk = deskAt(desks, path, session.data);
  if (!desk) return <Redirect to="/" replace />;
  return <Screen desk={desk} />;
}

function Screen({ desk }: { desk: Desk }) {
  const Component = screens.get(desk.id);
  if (!Component) return null;
  return (
    <Suspense fallback={<Loading />}>
      <Component />
    </Suspense>
  );
}
