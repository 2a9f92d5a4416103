import { useContext } from 'react';
import { useSession } from '#renderer/api/index.ts';
import { forgetTyped, useTyped } from '../useTyped.ts';
import { useOpenDraft } from './DraftContext.tsx';
import { FormNames } from './OpenedForm.tsx';

/** What is typed into which field of whom: also of a draft, a cycle of it, and a form. */
function useKey(name: string): string {
  const { view, cycle } = useOpenDraft();
  const owner = useSession().data?.user.id ?? '';
  const form = useContext(FormNames);
  return ['unsent', owner, view.id, cycle, ...(form === '' ? [] : [form]), name].join('/');
}

/**
 * What an officer has typed and not yet made a change of. It is theirs alone and stays in this browser: a closed tab
 * loses nothing. `forget` when it was made a change of, or given up; within an `OpenedForm` that is done by closing it.
 */
export function useUnsent<T>(name: string, initial: T) {
  return useTyped(useKey(name), initial);
}

/**
 * What is opened to be changed, or the way in which it is; null: nothing. It is still open when the page comes back.
 * With null everything is forgotten that was typed in its `OpenedForm`, which goes by the same name.
 */
export function useOpened<T>(name: string): readonly [T | null, (next: T | null) => void] {
  const key = useKey(name);
  const [opened, setOpened] = useTyped<T | null>(key, null);
  const open = (next: T | null) => {
    setOpened(next);
    if (next === null) forgetTyped(key);
  };
  return [opened, open];
}
