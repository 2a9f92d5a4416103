import { Button, Tag } from 'antd';
import type { Change } from '#core/change/index.ts';
import { sourceText } from '#core/sentence/index.ts';
import { rulesWords, useLocale, useWords } from '#renderer/locales/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { useOpenDraft } from '../../DraftContext.tsx';
import { changeOf, type RuleEntry, removalOf } from '../../model/rules.ts';
import { OpenedForm } from '../../OpenedForm.tsx';
import { useOpened } from '../../useUnsent.ts';
import { RuleForm } from './RuleForm.tsx';

type Props = { entry: RuleEntry; sentence: string };

/** A rule with what can be done to it; what is under way stands below it. */
export function RuleLine({ entry, sentence }: Props) {
  const words = useWords(rulesWords);
  const { isOpen, cycle } = useOpenDraft();
  const name = `rule/${entry.key}`;
  const [act, setAct] = useOpened<'change' | 'switch' | 'remove'>(name);
  const { rule, message, scope, level, forms } = entry;
  const isOff = rule.enabled === false;
  const close = () => setAct(null);
  const button = (next: NonNullable<typeof act>, label: string) => (
    <Button size="small" aria-label={`${label} ${rule.message}`} onClick={() => setAct(next)}>
      {label}
    </Button>
  );
  const written = { ...rule, message };
  const isShared = level.category === undefined && forms.length > 1;
  return (
    <li className={isOff ? 'off' : undefined}>
      <div className="text-line">
        <div>
          <span className="sentence">{sentence}</span>
          <div>{words.shown(rule.message)}</div>
          <RuleTags entry={entry} />
        </div>
        {isOpen && act === null && (
          <div className="rule-buttons">
            {button('change', words.change)}
            {button('switch', isOff ? words.switchOn : words.switchOff)}
            {button('remove', words.remove)}
          </div>
        )}
      </div>
      <OpenedForm name={name}>
        {act === 'change' && (
          <RuleForm
            label={words.changeRule(rule.message)}
            rule={written}
            scope={scope}
            forms={isShared ? forms : []}
            changeFor={(after, form) =>
              changeOf({ ...level, ...(form !== undefined && { category: form }) }, cycle, written, after)
            }
            close={close}
          />
        )}
        {act === 'switch' && <SwitchForm entry={entry} close={close} />}
        {act === 'remove' && (
          <PlainForm label={`${words.remove} ${rule.message}`} change={removalOf(entry, cycle)} close={close}>
            {words.removeHint}
          </PlainForm>
        )}
      </OpenedForm>
    </li>
  );
}

function RuleTags({ entry }: { entry: RuleEntry }) {
  const words = useWords(rulesWords);
  const locale = useLocale();
  const { rule, forms, level, heading } = entry;
  const only = forms.map(({ title }) => title).join('、');
  return (
    <div className="rule-tags">
      <Tag color={rule.severity === 'block' ? 'red' : 'default'}>{words.severities[rule.severity]}</Tag>
      {rule.enabled === false && <Tag>{words.off}</Tag>}
      {rule.per === 'row' && <Tag>{words.perRow}</Tag>}
      {rule.per === 'item' && <Tag>{words.perItem}</Tag>}
      {level.category !== undefined && only !== heading && <span className="quiet">{words.only(only)}</span>}
      {rule.source !== undefined && <span className="quiet">{sourceText(rule.source, locale)}</span>}
    </div>
  );
}

function SwitchForm({ entry, close }: { entry: RuleEntry; close: () => void }) {
  const words = useWords(rulesWords);
  const { cycle } = useOpenDraft();
  const { rule, level } = entry;
  const isOff = rule.enabled === false;
  const patch = { enabled: isOff ? null : false };
  const label = `${isOff ? words.switchOn : words.switchOff} ${rule.message}`;
  return (
    <PlainForm
      label={label}
      change={{ kind: 'changeRule', ...level, cycle, rule: rule.id, patch }}
      close={close}
    >
      {label}
    </PlainForm>
  );
}

type PlainProps = { label: string; change: Change; close: () => void; children: string };

/** A change that asks for nothing but its reason. */
function PlainForm({ label, change, close, children }: PlainProps) {
  return (
    <ChangeForm label={label} changes={[change]} onWrong={() => undefined} close={close}>
      <p>{children}</p>
    </ChangeForm>
  );
}
