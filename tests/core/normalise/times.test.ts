import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer, writeAnswer } from '#core/normalise/index.ts';
import { formats, isDateTime } from '#core/vocabulary/index.ts';

const time = (text: string) => readAnswer({ type: 'string', format: 'time' }, text);
const moment =
  (timeZone: string) =>
  (text: string): unknown =>
    readAnswer({ type: 'string', format: 'date-time' }, text, { timeZone });
const shown = (value: string, timeZone: string) => writeAnswer(value, { format: 'date-time' }, timeZone);
const two = (part: number) => String(part).padStart(2, '0');
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('a time of day', () => {
  const ways: ((hour: number, minute: number) => string)[] = [
    (hour, minute) => `${hour}:${two(minute)}`,
    (hour, minute) => `${two(hour)}.${two(minute)}`,
    (hour, minute) => `${two(hour)}${two(minute)}`,
    (hour, minute) => `${hour}${two(minute)}`,
    (hour, minute) => `${hour}点${minute}分`,
    (hour, minute) => `${hour}时${two(minute)}`,
    (hour, minute) => `${hour}点 ${minute} 分`.replace(' 分', '分'),
    (hour, minute) => `${hour}:${two(minute)}:00`,
    (hour, minute) => ` ${hour}:${two(minute)} `,
  ];

  it('is read however it is written, in any width', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const minute = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(hour, minute, fc.constantFrom(...ways), (h, m, write) => {
        for (const written of [write(h, m), wide(write(h, m))])
          expect([written, time(written)]).toEqual([written, `${two(h)}:${two(m)}`]);
      }),
    );
  });

  it('that is stored reads as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (at) => {
        const stored = `${two(Math.floor(at / 60))}:${two(at % 60)}`;
        expect(formats.time?.test(stored)).toBe(true);
        expect(time(writeAnswer(stored, { format: 'time' }))).toBe(stored);
      }),
    );
  });

  it.each([
    ['9点', '09:00'],
    ['9点半', '09:30'],
    ['九点半', '09:30'],
    ['九点一刻', '09:15'],
    ['十二点三刻', '12:45'],
    ['下午3点半', '15:30'],
    ['下午15点', '15:00'],
    ['上午 9:30', '09:30'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['晚上8点', '20:00'],
    ['凌晨12点半', '00:30'],
    ['3pm', '15:00'],
    ['9:30 a.m.', '09:30'],
    ['12:05 AM', '00:05'],
    ['12:05 pm', '12:05'],
  ])('%s is %s', (text, stored) => expect(time(text)).toBe(stored));

  it.each([
    '9',
    '9.',
    '9:',
    '9.5',
    '9:3',
    '24:00',
    '12:60',
    '上午13点',
    '晚上1点',
    '晚上12点',
    '上午9点pm',
    '9:30:15',
    '930点',
    'noon',
  ])('%s is none: it stays as it was written', (text) => {
    expect(time(text)).toBe(text);
    expect(formats.time?.test(text)).toBe(false);
  });
});

describe('a date and time', () => {
  it.each([
    ['2026-03-01 9:30', '2026-03-01T09:30:00+08:00'],
    ['2026-03-01T09:30', '2026-03-01T09:30:00+08:00'],
    ['2026.3.1 0930', '2026-03-01T09:30:00+08:00'],
    ['2026年3月1日下午3点半', '2026-03-01T15:30:00+08:00'],
    ['2026年3月1日 15时05分', '2026-03-01T15:05:00+08:00'],
    ['２０２６／３／１　９：３０', '2026-03-01T09:30:00+08:00'],
    ['2026-03-01 9:30:15', '2026-03-01T09:30:15+08:00'],
    ['2026-03-01T01:30:00Z', '2026-03-01T09:30:00+08:00'],
    ['2026-03-01T01:30:00.123Z', '2026-03-01T09:30:00+08:00'],
    ['2026-03-01 01:30 +00:00', '2026-03-01T09:30:00+08:00'],
    ['2026-02-28 20:30 -0500', '2026-03-01T09:30:00+08:00'],
  ])('%s is a moment of the programme', (text, stored) => {
    expect(moment('Asia/Shanghai')(text)).toBe(stored);
    expect(isDateTime(stored)).toBe(true);
  });

  it.each(['2026-03-01', '9:30', '2026-02-30 9:30', '2026-03-01 25:00', 'tomorrow 9:30'])(
    '%s is none',
    (text) => expect(moment('Asia/Shanghai')(text)).toBe(text),
  );

  it('is shown as the clocks of the programme show it', () => {
    expect(shown('2026-03-01T01:30:00Z', 'Asia/Shanghai')).toBe('2026-03-01 09:30');
    expect(shown('2026-03-01T01:30:07Z', 'America/New_York')).toBe('2026-02-28 20:30:07');
    expect(shown('no moment', 'Asia/Shanghai')).toBe('no moment');
  });

  it('at which clocks were put forward is none; of two at which they were put back the second says so', () => {
    const read = moment('Europe/London');
    expect(read('2026-03-29 01:30')).toBe('2026-03-29 01:30');
    expect(read('2026-10-25 01:30')).toBe('2026-10-25T01:30:00+01:00');
    expect(shown('2026-10-25T01:30:00+01:00', 'Europe/London')).toBe('2026-10-25 01:30');
    expect(shown('2026-10-25T01:30:00+00:00', 'Europe/London')).toBe('2026-10-25 01:30 +00:00');
  });

  it('that is stored reads as itself after it was written, in any zone', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'Europe/London',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'UTC',
      'Asia/Kathmandu',
    );
    const second = fc.integer({ min: -62_000_000_000, max: 253_000_000_000 });
    fc.assert(
      fc.property(
        zones,
        fc.oneof(second, fc.integer({ min: 1_700_000_000, max: 1_900_000_000 })),
        (zone, at) => {
          const read = moment(zone);
          const stored = String(read(new Date(at * 1000).toISOString()));
          expect(formats['date-time']?.test(stored)).toBe(true);
          expect(Date.parse(stored)).toBe(at * 1000);
          expect(read(stored)).toBe(stored);
          expect(read(shown(stored, zone))).toBe(stored);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
