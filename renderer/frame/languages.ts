import { useChooseLanguage, useProgramme } from '#renderer/api/index.ts';
import { useLeave } from './leave.ts';
import { useNotify } from './notify.tsx';

type LanguageEntry = { id: string; title: string; run: () => void };

/**
 * The other languages of the programme, each by its own name. Choosing one saves what is unsaved and reads the page
 * anew; where it cannot be kept, it says so.
 */
export function useLanguages(): LanguageEntry[] {
  const programme = useProgramme().data;
  const choose = useChooseLanguage();
  const leave = useLeave();
  const notify = useNotify();
  const run = async (language: string) => {
    await leave();
    choose.mutate(language, { onSuccess: () => window.location.reload(), onError: notify.failure });
  };
  const others = (programme?.languages ?? []).filter(({ id }) => id !== programme?.locale);
  return others.map(({ id, title }) => ({ id, title, run: () => void run(id) }));
}
