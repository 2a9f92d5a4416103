import { foldWidths } from '#core/text/index.ts';
import type { Format } from './format.ts';

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** An address with a domain of two labels or more. */
export const email: Format = {
  name: 'email',
  hint: 'name@example.org',
  test: (text) => {
    const at = text.lastIndexOf('@');
    return text.length <= 254 && isLocal(text.slice(0, Math.max(at, 0))) && isDomain(text.slice(at + 1));
  },
  read: (text) => foldWidths(text).replaceAll('\u3002', '.').replace(/\s/g, ''),
};

function isLocal(text: string): boolean {
  return LOCAL.test(text) && !text.startsWith('.') && !text.endsWith('.') && !text.includes('..');
}

function isDomain(text: string): boolean {
  const labels = text.split('.');
  return labels.length >= 2 && labels.every((label) => LABEL.test(label));
}
