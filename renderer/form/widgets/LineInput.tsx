import type { useTyped } from './useTyped.ts';
import { described, type WidgetProps } from './widget.ts';

type Props = { field: WidgetProps; typed: ReturnType<typeof useTyped>; inputMode?: 'decimal' };

/** One line of text: the browser's own input, which renders faster than a component around it. */
export function LineInput({ field, typed, inputMode }: Props) {
  const { suffix } = field.options;
  return (
    <div className={suffix ? 'line suffixed' : 'line'}>
      <input
        {...described(field)}
        type="text"
        className="input"
        value={typed.text}
        readOnly={field.readOnly}
        inputMode={inputMode}
        autoComplete="off"
        onChange={(event) => typed.type(event.target.value)}
        onBlur={typed.leave}
      />
      {suffix && <span className="suffix">{suffix}</span>}
    </div>
  );
}
