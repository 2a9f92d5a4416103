import { type ComponentType, type LazyExoticComponent, lazy, Suspense } from 'react';
import { Redirect } from 'wouter';
import type { Desk } from '#renderer/desks/index.ts';
import { Boundary, Loading, TimesProvider } from '#renderer/frame/index.ts';
import type { Locale } from '#renderer/locales/index.ts';
import { AppProviders } from './AppProviders.tsx';
import '#renderer/form/form.css';

const screens = new Map<string, LazyExoticComponent<ComponentType>>();

/** The screens of a desk, the same component each time. */
function screenOf({ id, load }: Desk): LazyExoticComponent<ComponentType> | null {
  const known = screens.get(id);
  if (known || !load) return known ?? null;
  const made = lazy(load);
  screens.set(id, made);
  return made;
}

type Props = { locale: Locale; timeZone: string; desk: Desk | undefined };

/** A desk in the theme; to the start page where none answers at this address. */
export default function Screens({ locale, timeZone, desk }: Props) {
  const Screen = desk && screenOf(desk);
  return (
    <AppProviders locale={locale}>
      <Boundary>
        <TimesProvider timeZone={timeZone}>
          {!desk && <Redirect to="/" replace />}
          {Screen && (
            <Suspense fallback={<Loading />}>
              <Screen />
            </Suspense>
          )}
        </TimesProvider>
      </Boundary>
    </AppProviders>
  );
}
