import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { CompiledEdition } from '#core/model/index.ts';
import { BlankForm } from './store/blank.ts';
import { CaseProvider } from './store/context.tsx';
import { WithEdition } from './WithEdition.tsx';

const BlankContext = createContext<BlankForm | null>(null);

type Props = { edition: string; category: string; children: ReactNode };

/** Opens a form that is sent as a whole, such as a registration; before that nothing is stored. */
export function OpenBlank({ edition: hash, category, children }: Props) {
  return (
    <WithEdition hash={hash} category={category}>
      {(edition) => (
        <Blank key={category} edition={edition} category={category}>
          {children}
        </Blank>
      )}
    </WithEdition>
  );
}

type BlankProps = { edition: CompiledEdition; category: string; children: ReactNode };

function Blank({ edition, category, children }: BlankProps) {
  const [form] = useState(() => new BlankForm(edition, category, new Date().toISOString()));
  useEffect(() => form.store.subscribe(() => form.followPresets()), [form]);
  return (
    <BlankContext value={form}>
      <CaseProvider open={form}>{children}</CaseProvider>
    </BlankContext>
  );
}

/** The blank form around. Throws outside an OpenBlank. */
export function useBlank(): BlankForm {
  const form = useContext(BlankContext);
  if (!form) throw new Error('a blank form is asked for outside <OpenBlank>');
  return form;
}
