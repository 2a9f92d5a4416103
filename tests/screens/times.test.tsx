import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { TimesProvider, useTimes } from '#renderer/frame/index.ts';

function Shown({ at }: { at: string }) {
  const { formatTime, formatClock } = useTimes();
  return <output>{`${formatTime(at)} ${formatTime(null)}${at && formatClock(at)}`}</output>;
}

it.each([
  ['Asia/Shanghai', '2026-03-02 06:05 06:05:07'],
  ['Europe/London', '2026-03-01 22:05 22:05:07'],
])('a moment is shown as clocks in %s have it', (timeZone, shown) => {
  render(
    <TimesProvider timeZone={timeZone}>
      <Shown at="2026-03-01T22:05:07Z" />
    </TimesProvider>,
  );
  expect(screen.getByRole('status').textContent).toBe(shown);
});

it('two parts of a page may stand in two time zones', () => {
  render(
    <TimesProvider timeZone="Europe/London">
      <Shown at="2026-03-01T22:05:07Z" />
      <TimesProvider timeZone="Asia/Shanghai">
        <Shown at="2026-03-01T22:05:07Z" />
      </TimesProvider>
    </TimesProvider>,
  );
  const [outer, inner] = screen.getAllByRole('status').map(({ textContent }) => textContent);
  expect(outer).toContain('22:05');
  expect(inner).toContain('06:05');
});

function Read({ text }: { text: string }) {
  return <output>{useTimes().momentOf(text, 59) ?? 'none'}</output>;
}

it.each([
  ['Asia/Shanghai', '2026-12-31 23:59', '2026-12-31T15:59:59.000Z'],
  ['Asia/Shanghai', ' 2026年2月1日 9：05 ', '2026-02-01T01:05:59.000Z'],
  ['Europe/London', '2026/07/31 23:59', '2026-07-31T22:59:59.000Z'],
  ['America/New_York', '2026.01.31 00:00', '2026-01-31T05:00:59.000Z'],
  ['Asia/Shanghai', '2028-02-29 08:00', '2028-02-29T00:00:59.000Z'],
  ['Asia/Shanghai', '2026-02-29 08:00', 'none'],
  ['Asia/Shanghai', '2026-12-31 25:00', 'none'],
  ['Asia/Shanghai', '2026-12-31', 'none'],
])('in %s, %j is the moment %s', (timeZone, text, moment) => {
  render(
    <TimesProvider timeZone={timeZone}>
      <Read text={text} />
    </TimesProvider>,
  );
  expect(screen.getByRole('status').textContent).toBe(moment);
});
