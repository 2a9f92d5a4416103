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
