import { Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import type { Change } from '#core/change/index.ts';
import type { Logic, RuleDefinition } from '#core/model/index.ts';
import type { SentenceScope } from '#core/sentence/index.ts';
import { rulesWords, useLocale, useWords } from '#renderer/locales/index.ts';
import { focusField, LineField } from '#renderer/plain-forms/index.ts';
import { ChangeForm } from '../../ChangeForm.tsx';
import { sentenceOf } from '../../model/rules.ts';
import { useUnsent } from '../../useUnsent.ts';
import { BuilderContext, useBuilder, useBuilderFor } from './BuilderContext.tsx';
import { LogicField } from './LogicField.tsx';
import { TryRule } from './TryRule.tsx';

type Props = {
  label: string;
  rule: RuleDefinition;
  scope: SentenceScope;
  /** The forms that are asked about, where the change may be for one of them alone. */
  forms?: { id: string; title: string }[];
  /** The change that a rule means, for all that have it or for one form; null where nothing is changed. */
  changeFor: (rule: RuleDefinition, form: string | undefined) => Change | null;
  close: () => void;
};

const LONGEST = 500;

/** A rule under way: when it is checked, what must hold, what is shown where it does not; with its sentence as it stands. */
export function RuleForm({ label, rule, scope, forms = [], changeFor, close }: Props) {
  const words = useWords(rulesWords);
  const builder = useBuilderFor(scope);
  const locale = useLocale();
  const message = useId();
  const [edited, setEdited] = useUnsent('rule', rule);
  const [form, setForm] = useUnsent<string | null>('form', null);
  const [broken, setBroken] = useUnsent<Record<string, boolean>>('broken', {});
  const [isWrong, setWrong] = useState(false);
  const put = (patch: Partial<RuleDefinition>) => setEdited((before) => ({ ...before, ...patch }));
  const sentence = sentenceOf(edited, scope, locale);
  const isReady = edited.message.trim() !== '' && sentence !== '' && !Object.values(broken).includes(true);
  const change = isReady ? changeFor(edited, form ?? undefined) : null;
  return (
    <BuilderContext value={builder}>
      <ChangeForm
        label={label}
        changes={change && [change]}
        onWrong={() => {
          setWrong(true);
          focusField(message);
        }}
        close={close}
      >
        <LogicField
          label={words.require}
          logic={edited.require}
          change={(require) => put({ require })}
          broken={(isBroken) => setBroken((before) => ({ ...before, require: isBroken }))}
        />
        <WhenField
          when={edited.when}
          change={(when) => setEdited((before) => withWhen(before, when))}
          broken={(isBroken) => setBroken((before) => ({ ...before, when: isBroken }))}
        />
        <p className="rule-sentence" aria-live="polite">
          <span className="quiet">{words.sentence}</span> {sentence || words.unreadable}
        </p>
        <LineField
          name={message}
          label={words.message}
          value={edited.message}
          error={isWrong && !change ? wrongOf(edited, sentence, words) : undefined}
          starred={false}
          size="middle"
          autoComplete="off"
          maxLength={LONGEST}
          onChange={(text) => put({ message: text })}
        />
        <Severity rule={edited} put={put} />
        {forms.length > 1 && <Reach forms={forms} form={form} choose={setForm} />}
        <TryRule rule={edited} scope={scope} />
      </ChangeForm>
    </BuilderContext>
  );
}

function wrongOf(
  { message }: RuleDefinition,
  sentence: string,
  words: { noMessage: string; noRule: string; unchanged: string },
): string {
  if (message.trim() === '') return words.noMessage;
  return sentence === '' ? words.noRule : words.unchanged;
}

function withWhen({ when: _when, ...rule }: RuleDefinition, when: Logic | undefined): RuleDefinition {
  return when === undefined ? rule : { ...rule, when };
}

type WhenProps = {
  when: Logic | undefined;
  change: (when: Logic | undefined) => void;
  broken: (isBroken: boolean) => void;
};

/** Whether the rule is checked always, or where something holds. */
function WhenField({ when, change, broken }: WhenProps) {
  const words = useWords(rulesWords);
  const { sources } = useBuilder();
  const begin = (): Logic => ({ answered: { var: sources[0]?.path ?? 'now' } });
  return (
    <>
      <Radio.Group
        aria-label={words.when}
        value={when === undefined ? 'always' : 'condition'}
        onChange={(event) => {
          broken(false);
          change(event.target.value === 'always' ? undefined : begin());
        }}
        options={[
          { value: 'always', label: words.always },
          { value: 'condition', label: words.condition },
        ]}
      />
      {when !== undefined && <LogicField label={words.when} logic={when} {...{ change, broken }} />}
    </>
  );
}

type SeverityProps = { rule: RuleDefinition; put: (patch: Partial<RuleDefinition>) => void };

function Severity({ rule, put }: SeverityProps) {
  const words = useWords(rulesWords);
  const id = useId();
  return (
    <>
      <Radio.Group
        aria-label={words.severity}
        value={rule.severity}
        onChange={(event) => put({ severity: event.target.value })}
        options={(['block', 'warn'] as const).map((one) => ({
          value: one,
          label: words.severities[one] ?? one,
        }))}
      />
      <div className="line">
        <label htmlFor={id}>{words.source}</label>
        <Input
          id={id}
          value={rule.source ?? ''}
          maxLength={LONGEST}
          onChange={(event) => put({ source: event.target.value })}
        />
      </div>
    </>
  );
}

type ReachProps = {
  forms: { id: string; title: string }[];
  form: string | null;
  choose: (form: string | null) => void;
};

/** For every form that has the rule, or for one. */
function Reach({ forms, form, choose }: ReachProps) {
  const words = useWords(rulesWords);
  const id = useId();
  return (
    <div className="line">
      <label htmlFor={id}>{words.reach}</label>
      <Select
        id={id}
        value={form ?? ''}
        onChange={(one: string) => choose(one === '' ? null : one)}
        options={[
          { value: '', label: words.reachAll },
          ...forms.map(({ id: value, title }) => ({ value, label: words.reachOne(title) })),
        ]}
      />
    </div>
  );
}
