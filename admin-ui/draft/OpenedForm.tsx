import { createContext, type ReactNode, useContext } from 'react';

/** The names of what is opened, from the outermost in: what is typed inside of it is kept under them. */
export const FormNames = createContext('');

/** Around a form that `useOpened` opens, by the same name: what is typed in it goes when it is closed. */
export function OpenedForm({ name, children }: { name: string; children: ReactNode }) {
  const outer = useContext(FormNames);
  return <FormNames value={outer === '' ? name : `${outer}/${name}`}>{children}</FormNames>;
}
