import { useState } from 'react';
import { useLocation } from 'wouter';
import { sourceFile } from '#core/assemble/index.ts';
import type { StarterList } from '#core/model/wire/index.ts';
import { newProgramme, startersQuestions } from '#core/starter/index.ts';
import { useImportDraft, useProgramme, useSession } from '#renderer/api/index.ts';
import { beginWords, useWords } from '#renderer/locales/index.ts';
import { focusField } from '#renderer/plain-forms/index.ts';
import { useTyped } from '../useTyped.ts';
import { nameOf, type Page } from './fields.tsx';
import { faultsOf } from './model/faults.ts';
import { planOf } from './model/plan.ts';
import { nothingTyped, type Typed } from './model/typed.ts';

const NOTHING: Page['faults'] = new Map();

/** What is typed of a new programme, kept until it is made; making it gives a draft and opens it. */
export function useBegin() {
  const words = useWords(beginWords);
  const owner = useSession().data?.user.id ?? '';
  const programme = useProgramme().data?.id ?? '';
  const [, go] = useLocation();
  const [typed, setTyped, forget] = useTyped<Typed>(`begin/${owner}`, nothingTyped(new Date().getFullYear()));
  const [hasFailed, setFailed] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const imported = useImportDraft();
  const found = faultsOf(typed);
  const make = async (starters: StarterList | undefined): Promise<void> => {
    setFailed(true);
    const [first] = found.keys();
    if (first !== undefined) return focusField(nameOf(first));
    const starter = starterOf(starters, typed.route);
    if (!starters || !starter || isMaking) return;
    setMaking(true);
    try {
      const files = await filesOf(typed, starters, starter, programme);
      const { id } = await imported.mutateAsync({ title: words.draftTitle(typed.title.trim()), files });
      forget();
      go(`/policy/drafts/${id}/changes`);
    } catch {
      // What the server says stands on the page; what was typed stays.
    } finally {
      setMaking(false);
    }
  };
  return {
    typed,
    change: (patch: Partial<Typed>) => setTyped((before) => ({ ...before, ...patch })),
    faults: hasFailed ? found : NOTHING,
    make,
    isMaking,
    error: imported.error,
  };
}

type Starter = StarterList['routes'][number];

/** The one that was chosen; the first where nobody has chosen yet. */
export const starterOf = (starters: StarterList | undefined, route: string): Starter | undefined =>
  starters?.routes.find(({ id }) => id === route) ?? starters?.routes[0];

async function filesOf(
  typed: Typed,
  { parts }: StarterList,
  { files }: Starter,
  programme: string,
): Promise<{ path: string; text: string }[]> {
  const read = files.map(({ path, text }) => sourceFile(path, text));
  const sections = [parts.section, parts.person.section, parts.organisation.section];
  const questions = Object.fromEntries(sections.map((one) => [one, startersQuestions(read, one)]));
  const plan = await planOf(typed, parts, { programme, questions });
  return newProgramme({ parts, files }, plan).map(({ path, text = '' }) => ({ path, text }));
}
