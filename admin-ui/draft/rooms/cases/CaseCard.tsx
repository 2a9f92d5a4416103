import { Button, Tag } from 'antd';
import { casesWords, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { type CaseEntry, caseRemoval } from '../../model/cases.ts';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened } from '../../useUnsent.ts';
import { NewCaseForm } from './NewCaseForm.tsx';

type Props = { entry: CaseEntry; failures: string[] | null };

/** A case: what it expects, and in which points it comes out otherwise. */
export function CaseCard({ entry, failures }: Props) {
  const words = useWords(casesWords);
  const { isOpen, edition } = useOpenDraft();
  const { example, form, expected, extendedBy } = entry;
  const name = `case/${example.id}`;
  const [act, setAct] = useOpened<'create' | 'remove'>(name);
  const base = edition.definition.cases.find(({ id }) => id === example.extends);
  const close = () => setAct(null);
  const isRed = failures !== null && failures.length > 0;
  return (
    <li className={isRed ? 'red' : undefined}>
      <strong>{example.name}</strong>
      <div className="case-tags">
        <span className="quiet">{form}</span>
        {example.expects.valid !== undefined && (
          <Tag>{example.expects.valid ? words.passes : words.fails}</Tag>
        )}
        {failures !== null && <Tag color={isRed ? 'red' : 'blue'}>{isRed ? words.red : words.held}</Tag>}
      </div>
      {base && <div className="quiet">{words.basedOn(base.name)}</div>}
      {expected.length > 0 && <Lines title={words.expects} lines={expected} />}
      {isRed && <Lines title={words.red} lines={failures} isWrong />}
      {isOpen && act === null && (
        <div className="case-tags">
          <Button
            size="small"
            aria-label={`${words.create} ${example.name}`}
            onClick={() => setAct('create')}
          >
            {words.create}
          </Button>
          {extendedBy.length === 0 ? (
            <Button
              size="small"
              aria-label={`${words.remove} ${example.name}`}
              onClick={() => setAct('remove')}
            >
              {words.remove}
            </Button>
          ) : (
            <span className="quiet">{words.extendedBy(extendedBy.length)}</span>
          )}
        </div>
      )}
      <OpenedForm name={name}>
        {act === 'create' && <NewCaseForm entry={entry} close={close} />}
        {act === 'remove' && (
          <ChangeForm
            label={`${words.remove} ${example.name}`}
            changes={[caseRemoval(entry)]}
            showsEffects={false}
            onWrong={() => undefined}
            close={close}
          >
            <p>{words.removeHint}</p>
          </ChangeForm>
        )}
      </OpenedForm>
    </li>
  );
}

function Lines({ title, lines, isWrong = false }: { title: string; lines: string[]; isWrong?: boolean }) {
  return (
    <div className={isWrong ? 'problem' : undefined}>
      {title}
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
