import { useSession } from '#renderer/api/index.ts';
import { useTyped } from '../useTyped.ts';
import { useOpenDraft } from './DraftContext.tsx';

/**
 * What an officer has typed and not yet made a change of. It is theirs alone and stays in this browser: a closed tab
 * loses nothing. `forget` when it was made a change of, or given up.
 */
export function useUnsent<T>(name: string, initial: T) {
  const { view } = useOpenDraft();
  const owner = useSession().data?.user.id ?? '';
  return useTyped(`unsent/${owner}/${view.id}/${name}`, initial);
}
