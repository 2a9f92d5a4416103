import { encode } from 'uqr';
import { escapeHtml } from '#core/json/index.ts';
import type { AttestDefinition } from '#core/model/index.ts';
import { markWords } from '../locales/index.ts';

/** What an official print carries: its code for typing, a signed text, and where to ask; null = nobody said where. */
export type Mark = { code: string; text: string; origin: string | null };

/** The quiet zone that ISO/IEC 18004 asks for, in modules. */
const QUIET = 4;

/**
 * In a corner of the first page, inside its margins: nothing is printed beyond them. It belongs to the page and to no template: what is important in a
 * first layer outdoes every rule of the sheet's.
 */
export function markStyle(corner: AttestDefinition['corner'] = 'top-right'): string {
  const [edge = 'top', side = 'right'] = corner.split('-');
  const rules = [
    'all:initial',
    'position:absolute',
    `${edge}:0`,
    `${side}:0`,
    'z-index:1',
    'display:flex',
    `flex-direction:${side === 'right' ? 'row' : 'row-reverse'}`,
    'align-items:center',
    'gap:1mm',
    'color:#000',
    'font:6pt/1.5 "Noto Sans SC",sans-serif',
    `text-align:${side}`,
  ];
  const important = rules.map((rule) => `${rule}!important`).join(';');
  return `@layer{.attest{${important}}.attest *{visibility:visible!important;opacity:1!important}.attest svg{display:block!important;width:12mm!important;height:12mm!important}}`;
}

/** The QR code, and beside it the code for typing. */
export function markBlock({ code, text, origin }: Mark, locale: string): string {
  const words = markWords(locale);
  const site = origin === null ? '' : `<br>${escapeHtml(words.site)} ${escapeHtml(hostOf(origin))}/verify`;
  return `<aside class="attest"><span>${escapeHtml(words.code)} ${escapeHtml(code)}${site}</span>${qr(addressOf(text, origin))}</aside>`;
}

/**
 * The signed text as an address that any telephone opens. All of it is in capitals and signs of the alphanumeric mode of
 * ISO/IEC 18004, which makes the code a third smaller; hosts and schemes read capitals as small letters (RFC 3986, 6.2.2.1).
 */
const addressOf = (text: string, origin: string | null): string =>
  origin === null ? text : `${origin.toUpperCase()}/V/${text}`;

const hostOf = (origin: string): string => new URL(origin).host;

/** As one path of squares, so that nothing is fetched and nothing is blurred. */
function qr(text: string): string {
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: QUIET });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-hidden="true"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${squares.join('')}"/></svg>`;
}
