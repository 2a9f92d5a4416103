import { readAnswer, writeAnswer } from '#core/normalise/index.ts';
import { LineInput } from './LineInput.tsx';
import { NoneButton } from './NoneButton.tsx';
import { useTyped } from './useTyped.ts';
import type { Widget, WidgetProps } from './widget.ts';

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
      <LineInput field={props} typed={typed} />
      <NoneButton {...props} />
    </div>
  );
}

export const text: Widget = { name: 'text', component: TextWidget, fits: ({ type }) => type === 'string' };
