import { readAnswer, writeAnswer } from '#core/normalise/index.ts';
import { LineInput } from './LineInput.tsx';
import { NoneButton } from './NoneButton.tsx';
import { useTyped } from './useTyped.ts';
import type { Widget, WidgetProps } from './widget.ts';

/** Formats for which a phone has keys of their own. */
const KEYS: Readonly<Record<string, 'tel' | 'email' | 'url' | 'numeric'>> = {
  phone: 'tel',
  email: 'email',
  uri: 'url',
  'postcode-cn': 'numeric',
};

function TextWidget(props: WidgetProps) {
  const { value, onChange, options } = props;
  const { timeZone } = options;
  const typed = useTyped({
    value,
    field: options,
    read: (text) => readAnswer(options, text, { timeZone }),
    write: (one) => writeAnswer(one, options, timeZone),
    commit: onChange,
    // Of a number or a date the beginning is another one.
    onPause: (options.type ?? 'string') === 'string' && options.format === undefined,
  });
  return (
    <div className="with-none">
      <LineInput field={props} typed={typed} inputMode={KEYS[options.format ?? '']} />
      <NoneButton {...props} />
    </div>
  );
}

export const text: Widget = { name: 'text', component: TextWidget, fits: ({ type }) => type === 'string' };
