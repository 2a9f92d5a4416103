import { Button } from 'antd';
import type { SheetDefinition } from '#core/model/index.ts';
import { settingWords, sheetWords, useWords } from '#renderer/locales/index.ts';
import { Bound } from './set/Bound.tsx';
import type { OpenedSetting } from './set/SettingForms.tsx';
import { BOUNDS, keyOf, listedSettings } from './settings.ts';
import type { PartProps } from './settings-part.ts';

type Props = PartProps & {
  id: string;
  sheet: SheetDefinition;
  wrong: string[];
  /** Opens a form about a setting or a group. */
  open: (form: OpenedSetting) => void;
};

/** A line for each setting, group by group, with its bounds. */
export function SettingBounds(props: Props) {
  const { sheet } = props;
  const words = useWords(sheetWords);
  const settings = listedSettings(sheet);
  if (settings.length === 0) return null;
  const groups = [null, ...Object.keys(sheet.settingGroups ?? {})];
  return (
    <table className="setting-bounds">
      <thead>
        <tr>
          <th scope="col">{words.setting}</th>
          {words.bounds.map((bound) => (
            <th key={bound} scope="col">
              {bound}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group ?? ''}>
          {group !== null && <GroupLine {...props} group={group} />}
          {settings
            .filter((one) => one.group === group)
            .map((one) => (
              <SettingLine key={one.name} {...props} setting={one} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

function GroupLine({ sheet, group, isOpen, open }: Props & { group: string }) {
  const words = useWords(settingWords);
  const { title = group } = sheet.settingGroups?.[group] ?? {};
  return (
    <tr className="setting-group">
      <th scope="rowgroup" colSpan={4}>
        {title}
        {isOpen && (
          <span className="setting-buttons">
            <Act
              text={words.rename}
              label={words.renameGroup(title)}
              act={() => open({ form: 'group', group })}
            />
            <Act
              text={words.dissolve}
              label={words.ungroup(title)}
              act={() => open({ form: 'ungroup', group })}
            />
          </span>
        )}
      </th>
    </tr>
  );
}

type LineProps = Props & { setting: ReturnType<typeof listedSettings>[number] };

function SettingLine({ id, setting, typed, put, isOpen, wrong, open }: LineProps) {
  const words = useWords(sheetWords);
  const own = useWords(settingWords);
  const { name, title, whole } = setting;
  const problem = `${id}-${name}-problem`;
  const isWrong = BOUNDS.some((bound) => wrong.includes(keyOf(name, bound)));
  return (
    <tr>
      <th scope="row">
        {title}
        {isOpen && (
          <span className="setting-buttons">
            <Act
              text={own.edit}
              label={own.editOf(whole)}
              act={() => open({ form: 'edit', setting: name })}
            />
            <Act
              text={own.remove}
              label={own.removeOf(whole)}
              act={() => open({ form: 'remove', setting: name })}
            />
          </span>
        )}
        {isWrong && (
          <p id={problem} className="problem">
            {words.wrongBounds(whole)}
          </p>
        )}
      </th>
      {BOUNDS.map((bound, at) => (
        <td key={bound}>
          <Bound
            id={`${id}-${keyOf(name, bound)}`}
            label={words.boundOf(whole, words.bounds[at] ?? '')}
            value={typed.numbers[keyOf(name, bound)]}
            problem={wrong.includes(keyOf(name, bound)) ? problem : undefined}
            isOpen={isOpen}
            change={(text) => put({ numbers: { [keyOf(name, bound)]: text } })}
          />
        </td>
      ))}
    </tr>
  );
}

function Act({ text, label, act }: { text: string; label: string; act: () => void }) {
  return (
    <Button size="small" type="link" aria-label={label} onClick={act}>
      {text}
    </Button>
  );
}
