import { useMutation } from '@tanstack/react-query';
import type { Empty, LanguageChoice } from '#core/model/wire/index.ts';
import { request } from './client.ts';
import { useSession } from './session.ts';

const YEAR = 31_536_000;

/** Keeps the language of this browser, in which it is answered before anybody logs in. */
function keepHere(language: string): void {
  const secure = window.location.protocol === 'https:' ? '; Secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not there without TLS, nor in every browser
  document.cookie = `language=${encodeURIComponent(language)}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
}

/** Chooses the language of everything that is fetched from now on, for this browser and for whoever is logged in. */
export function useChooseLanguage() {
  const session = useSession().data;
  return useMutation({
    mutationFn: async (language: string) => {
      keepHere(language);
      if (session)
        await request<Empty>('PUT', '/api/session/language', { language } satisfies LanguageChoice);
    },
  });
}
