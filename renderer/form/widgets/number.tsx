import { readAnswer } from '#core/normalise/index.ts';
import { foldWidths } from '#core/text/index.ts';
import { LineInput } from './LineInput.tsx';
import { NoneButton } from './NoneButton.tsx';
import { useTyped } from './useTyped.ts';
import type { Widget, WidgetProps } from './widget.ts';

function NumberWidget(props: WidgetProps) {
  const { value, onChange, options } = props;
  const typed = useTyped({
    value,
    field: options,
    read: (text) => readAnswer(options, options.type === 'string' ? foldWidths(text) : text),
    commit: onChange,
  });
  return (
    <div className="with-none">
      <LineInput field={props} typed={typed} inputMode="decimal" />
      <NoneButton {...props} />
    </div>
  );
}

export const number: Widget = {
  name: 'number',
  component: NumberWidget,
  fits: ({ type }) => type === 'number' || type === 'integer',
};
