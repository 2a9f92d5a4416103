import { described, type Widget, type WidgetProps } from './widget.ts';

/** What the engine computed, or what this person may only read: as text. */
function ReadingWidget(props: WidgetProps) {
  const { id, 'aria-describedby': note } = described(props);
  return (
    <output id={id} aria-describedby={note} className="reading">
      {props.options.text || '—'}
      {props.options.suffix && ` ${props.options.suffix}`}
    </output>
  );
}

export const reading: Widget = {
  name: 'reading',
  component: ReadingWidget,
  fits: ({ derive }) => derive !== undefined,
};
