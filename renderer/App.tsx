import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useLocation } from 'wouter';
import { useProgramme, useSession } from '#renderer/api/index.ts';
import { deskAt, deskBelow, desksWith } from '#renderer/desks/index.ts';
import { Boundary, Failed, Loading, TimesProvider } from '#renderer/frame/index.ts';
import { localeOf } from '#renderer/locales/index.ts';
import { Entrance } from './Entrance.tsx';

const desks = desksWith(() => import('#admin-ui/index.tsx'));
const loadScreens = () => import('./Screens.tsx');
const Screens = lazy(loadScreens);
const loadLogin = () => import('./Login.tsx');
const Login = lazy(loadLogin);
const { pathname } = window.location;
// Most who come to the start page log in; whoever opens a page of a desk has done so.
if (pathname === '/') void loadLogin();
else fetchDesk(pathname);

/** Fetches the desk of an address while it is not known yet who asks. */
function fetchDesk(path: string): void {
  void loadScreens();
  void deskBelow(desks, path)?.load?.();
}

/** Whoever logs in sees a desk next; most of them apply. */
const fetchAhead = (): void => {
  void loadScreens();
  void desks.find(({ id }) => id === 'applicant')?.load?.();
};

/** Fetches session and programme, then opens the desk that the address names: the login at once, others when they are there. */
export function App() {
  const programme = useProgramme();
  const session = useSession();
  const [path] = useLocation();
  useEffect(() => {
    if (programme.data) document.title = programme.data.title;
  }, [programme.data]);
  const locale = localeOf(programme.data?.locale ?? navigator.language);
  const entrance = (page: ReactNode) => (
    <Entrance locale={locale} onTyping={fetchAhead}>
      <Boundary>{page}</Boundary>
    </Entrance>
  );
  if (programme.isError)
    return entrance(<Failed error={programme.error} retry={() => programme.refetch()} />);
  if (session.isError) return entrance(<Failed error={session.error} retry={() => session.refetch()} />);
  if (!programme.data || session.isPending) return entrance(<Loading />);
  const desk = deskAt(desks, path, session.data);
  const { timeZone } = programme.data;
  if (desk && !desk.load)
    return entrance(
      <Suspense fallback={<Loading />}>
        <TimesProvider timeZone={timeZone}>
          <Login />
        </TimesProvider>
      </Suspense>,
    );
  // Beside the screens, not after them.
  void desk?.load?.();
  return (
    <Suspense fallback={entrance(<Loading />)}>
      <Screens locale={locale} timeZone={timeZone} desk={desk} />
    </Suspense>
  );
}
