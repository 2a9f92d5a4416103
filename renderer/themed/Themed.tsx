import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

type Theme = ComponentType<{ children: ReactNode }>;

/** On a page that is drawn without the theme of the desks: what brings it. null inside the theme. */
export const ThemeContext = createContext<Theme | null>(null);

/** Dialogs of every page: on one without the theme, it is brought with them. */
export function Themed({ children }: { children: ReactNode }) {
  const Theme = useContext(ThemeContext);
  return Theme ? <Theme>{children}</Theme> : children;
}
