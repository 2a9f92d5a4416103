import { Button } from 'antd';
import type { SectionDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { ChoiceField } from '../../ChoiceField.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { useOpened } from '../../useUnsent.ts';
import type { Level } from './model/changed-field.ts';
import type { FieldRow } from './model/fields.ts';
import { targetsFor } from './model/transfer.ts';

type Props = { row: FieldRow; level: Level; section: SectionDefinition };

/** A field comes to another section, with what reads it and the answers that were given. */
export function TransferField({ row, level, section }: Props) {
  const words = useWords(draftFormsWords);
  const { edition } = useOpenDraft();
  const [target, setTarget] = useOpened<string>(`transfer/${section.id}/${row.field}`);
  const targets = targetsFor(edition.definition.categories, section, row.field);
  const [first] = targets;
  if (section.kind !== 'form' || row.depth > 0 || !first) return null;
  if (target === null)
    return (
      <Button size="small" onClick={() => setTarget(first.id)}>
        {words.transfer}
      </Button>
    );
  const { id, title, without } = targets.find((one) => one.id === target) ?? first;
  const evidence = row.slots.map(({ slot }) => slot.title);
  return (
    <ChangeForm
      label={words.transfer}
      changes={[{ kind: 'transferField', ...level, field: row.field, target: id }]}
      onWrong={() => undefined}
      close={() => setTarget(null)}
    >
      <ChoiceField
        label={words.transferTo}
        value={id}
        onChange={setTarget}
        options={targets.map((one) => ({ value: one.id, label: one.title }))}
        hint={words.transferHint}
      />
      {evidence.length > 0 && <p className="problem">{words.transferEvidence(evidence.join('、'))}</p>}
      {without.length > 0 && <p>{words.transferWithout(title, without.join('、'))}</p>}
    </ChangeForm>
  );
}
