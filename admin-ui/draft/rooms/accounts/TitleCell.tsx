import { Button } from 'antd';
import { draftAccountsWords, draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import { TextProperty } from '../forms/parts.tsx';

type Props = { list: string; id: string; title: string };

/** The title of something that the programme lists: read, or typed anew and saved when the field is left. */
export function TitleCell({ list, id, title }: Props) {
  const words = useWords(draftAccountsWords);
  const forms = useWords(draftFormsWords);
  const { isOpen } = useOpenDraft();
  const [isOpened, open] = useUnsent(`${list}/${id}/opened`, false);
  return (
    <th scope="row">
      {isOpened ? (
        <TextProperty
          name={`${list}/${id}/title`}
          label={forms.fieldTitle}
          hint={words.titleHint}
          value={title}
          change={(text) => ({ kind: 'setText', part: 'programme', way: [list, id, 'title'], text })}
        />
      ) : (
        title
      )}{' '}
      {isOpen && (
        <Button size="small" type="text" aria-label={words.rename(title)} onClick={() => open(!isOpened)}>
          {forms.edit}
        </Button>
      )}
    </th>
  );
}
