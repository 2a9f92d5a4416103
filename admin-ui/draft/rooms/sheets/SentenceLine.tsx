import { Button, Input } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { draftWords, sheetWords, useWords } from '#renderer/locales/index.ts';
import { focusField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useUnsent } from '../../useUnsent.ts';
import { type SheetSentence, sentenceChange } from './sentences.ts';

type Props = {
  sheet: string;
  sentence: SheetSentence;
  isOpened: boolean;
  open: (index: number | null) => void;
};

/** A sentence of a sheet; opened by its button, or by a click on the page. */
export function SentenceLine({ sheet, sentence, isOpened, open }: Props) {
  const draft = useWords(draftWords);
  const { isOpen } = useOpenDraft();
  return (
    <li>
      {isOpened ? (
        <SentenceForm sheet={sheet} sentence={sentence} close={() => open(null)} />
      ) : (
        <div className="text-line">
          <span>{sentence.text}</span>
          {isOpen && (
            <Button
              size="small"
              aria-label={`${draft.change} ${sentence.text}`}
              onClick={() => open(sentence.index)}
            >
              {draft.change}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

type FormProps = { sheet: string; sentence: SheetSentence; close: () => void };

function SentenceForm({ sheet, sentence, close }: FormProps) {
  const words = useWords(sheetWords);
  const draft = useWords(draftWords);
  const { cycle } = useOpenDraft();
  const field = useId();
  const form = useRef<HTMLDivElement>(null);
  const name = `sheet/${sheet}/sentence/${sentence.nth}/${sentence.text}`;
  const [text, setText, forget] = useUnsent(name, sentence.text);
  useEffect(() => {
    // A browser may give a promise here, which is no way to clean up.
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const isMeant = text.trim() !== '' && text.trim() !== sentence.text && !text.includes('{{');
  return (
    <div ref={form}>
      <ChangeForm
        label={`${draft.change} ${sentence.text}`}
        changes={isMeant ? [sentenceChange(sheet, cycle, sentence, text.trim())] : null}
        onWrong={() => focusField(field)}
        close={() => {
          forget();
          close();
        }}
      >
        <div className="line">
          <label htmlFor={field}>{words.sentence}</label>
          <Input.TextArea
            id={field}
            value={text}
            maxLength={20_000}
            autoFocus
            autoSize={{ minRows: 1, maxRows: 8 }}
            onChange={({ target }) => setText(target.value)}
          />
          {text.includes('{{') && <p className="problem">{words.noBraces}</p>}
        </div>
      </ChangeForm>
    </div>
  );
}
