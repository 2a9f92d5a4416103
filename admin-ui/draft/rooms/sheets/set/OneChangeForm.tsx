import type { Change } from '#core/change/index.ts';
import { ChangeForm } from '../../../ChangeForm.tsx';
import { useSentenceOf } from '../../../useSentenceOf.ts';
import { FormHeading } from './FormHeading.tsx';

type Props = { title: string; hint: string; change: Change; close: () => void };

/** A change of which nothing has to be asked: what it does, in words. */
export function OneChangeForm({ title, hint, change, close }: Props) {
  const sentenceOf = useSentenceOf();
  return (
    <ChangeForm label={title} changes={[change]} onWrong={() => undefined} close={close} showsEffects={false}>
      <FormHeading>{title}</FormHeading>
      <p>{sentenceOf(change)}</p>
      <p className="quiet">{hint}</p>
    </ChangeForm>
  );
}
