import { Button } from 'antd';
import type { SectionDefinition } from '#core/model/index.ts';
import { draftFormsWords, useWords } from '#renderer/locales/index.ts';
import { LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { ChoiceField } from '../../ChoiceField.tsx';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened, useUnsent } from '../../useUnsent.ts';
import type { Level } from './model/changed-field.ts';
import type { FieldRow } from './model/fields.ts';
import { FILE_RULES, type FileRule, slotFor } from './model/new-field.ts';

type Props = { row: FieldRow; section: SectionDefinition; level: Level };

/** The evidence beside a field: asked for, or no more. */
export function SlotChoice({ row, section, level }: Props) {
  const words = useWords(draftFormsWords);
  const name = `slot/${section.id}/${row.field}`;
  const [act, setAct] = useOpened<'add' | string>(name);
  if (act === 'add')
    return (
      <OpenedForm name={name}>
        <AddSlot row={row} section={section} level={level} close={() => setAct(null)} />
      </OpenedForm>
    );
  if (act !== null)
    return (
      <ChangeForm
        label={words.noFile}
        changes={[{ kind: 'removeSlot', ...level, slot: act }]}
        onWrong={() => undefined}
        close={() => setAct(null)}
      >
        <p>{row.slots.find(({ slot }) => slot.id === act)?.slot.title}</p>
      </ChangeForm>
    );
  return (
    <div className="change-buttons">
      <Button size="small" onClick={() => setAct('add')}>
        {words.addFile}
      </Button>
      {row.slots.map(({ slot }) => (
        <Button key={slot.id} size="small" onClick={() => setAct(slot.id)}>
          {words.noFile} {slot.title}
        </Button>
      ))}
    </div>
  );
}

function AddSlot({ row, section, level, close }: Props & { close: () => void }) {
  const words = useWords(draftFormsWords);
  const [title, setTitle] = useUnsent('title', words.fileTitleOf(row.title));
  const [rule, setRule] = useUnsent<FileRule>('rule', row.kind === 'yesOrNo' ? 'whenYes' : 'answered');
  const { id, ...element } = slotFor(section, row.field, title.trim(), rule);
  return (
    <ChangeForm
      label={words.addFile}
      changes={title.trim() === '' ? null : [{ kind: 'addSlot', ...level, slot: String(id), element }]}
      onWrong={() => undefined}
      close={close}
    >
      <LineField
        name="slot-title"
        label={words.fileTitle}
        value={title}
        error={title.trim() === '' ? words.missing : undefined}
        size="middle"
        autoComplete="off"
        maxLength={100}
        onChange={setTitle}
      />
      <ChoiceField
        label={words.file}
        value={rule}
        onChange={(next) => setRule(next as FileRule)}
        options={FILE_RULES.filter(
          (one) => one !== 'never' && (one !== 'whenYes' || row.kind === 'yesOrNo'),
        ).map((one) => ({ value: one, label: words.fileRules[one] ?? one }))}
      />
    </ChangeForm>
  );
}
