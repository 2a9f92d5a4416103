/** The code of an official print: who asks about it is told whether it was issued, and nothing else. */

import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttestationView, AttestedSheets, SheetSettings } from '#core/model/wire/index.ts';
import { isSignedFor } from '#server/services/attestations/signed-text.ts';
import { textsOf } from '../../server/print/support/texts.ts';
import { Client } from '../client.ts';
import { HEALTH, startServer, type TestServer } from '../harness.ts';
import { type Kind, mainly } from '../kinds.ts';
import { Stage } from '../stage.ts';

type Read = (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null;
const { default: jsQR } = createRequire(import.meta.url)('jsqr') as { default: Read };

const SHEET = 'publicity-sheet';
const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

describe.each(mainly('sqlite'))('the code of an official print on %s', (kind: Kind) => {
  let server: TestServer;
  let stage: Stage;
  let doctor: Client;
  let id: string;
  let code: string;
  let facts: string[];
  beforeAll(async () => {
    server = await startServer({ definitions: HEALTH, kind, changes: { chromiumPath: CHROMIUM } });
    stage = await Stage.open(server);
    doctor = await stage.person('pending-own-gp');
    id = await stage.fill(doctor, 'primary-general-practice-complete');
  });
  afterAll(() => server?.stop());

  const page = async (): Promise<string> => (await doctor.get(`/api/cases/${id}/sheets/${SHEET}`)).text;
  const ask = async (question: object): Promise<AttestationView> =>
    (await new Client(server.origin).post<AttestationView>('/api/attestations', question)).body;

  it('is on no draft', async () => {
    expect(await page()).not.toMatch(CODE);
  });

  it('is the same on the page and on the PDF, however often it is printed', async () => {
    await stage.fire(doctor, id, 'SUBMIT');
    code = CODE.exec(await page())?.[0] ?? '';
    expect(code).not.toBe('');
    const pdf = await fetched(doctor, `/api/cases/${id}/sheets/${SHEET}.pdf`);
    expect(textsOf(pdf).join()).toContain(code);
    expect(CODE.exec(await page())?.[0]).toBe(code);
  });

  it('is answered to whoever has the print, without anything personal', async () => {
    const { body } = await new Client(server.origin).get<AttestedSheets>('/api/attestations');
    expect(body.sheets.map((sheet) => sheet.id)).toContain(SHEET);
    const printed = await page();
    facts = ['姓名', '申报职称'].map((title) => valueBeside(printed, title));
    const answer = await ask({ code: code.toLowerCase().replaceAll('-', ' '), facts });
    expect(answer).toMatchObject({ issued: true, validity: 'current', state: '待申报单位审核' });
    expect(JSON.stringify(answer)).not.toContain(facts[0]);
  });

  it('says the same of a wrong fact and of a code that nobody issued', async () => {
    expect(await ask({ code, facts: ['李四', facts[1] ?? ''] })).toEqual({ issued: false });
    expect(await ask({ code: 'ABCD-EFGH-JKMN', facts })).toEqual({ issued: false });
    expect(await ask({ code, facts: [] })).toEqual({ issued: false });
  });

  it('is signed in the QR code, for this code and by this key alone', async () => {
    const signed = readQr(await page());
    const { body } = await new Client(server.origin).get<AttestedSheets>('/api/attestations');
    expect(isSignedFor(signed, code, body.publicKey)).toBe(true);
    expect(await ask({ code, facts, signed })).toMatchObject({ issued: true, isSigned: true });
    const forged = `${signed.slice(0, 60)}${signed[60] === '0' ? '1' : '0'}${signed.slice(61)}`;
    expect(await ask({ code, facts, signed: forged })).toMatchObject({ isSigned: false });
  });

  it('is on no preview with other settings, which are shown and not kept', async () => {
    const settings = `/api/cases/${id}/sheets/${SHEET}/settings`;
    const look = (given: object) =>
      doctor.get(
        `/api/cases/${id}/sheets/${SHEET}.html?settings=${encodeURIComponent(JSON.stringify(given))}`,
      );
    const { text } = await look({ fontSize: 6.25 });
    expect(text).toContain('font-size:6.25pt');
    expect(text).not.toMatch(CODE);
    expect(await page()).not.toContain('font-size:6.25pt');
    expect((await doctor.get<SheetSettings>(settings)).body).toMatchObject({
      settings: {},
      chosen: expect.arrayContaining(['fontSize']),
    });
    for (const wrong of [{ fontSize: 99 }, { nothing: 1 }]) expect((await look(wrong)).status).toBe(422);
    const broken = await doctor.get(`/api/cases/${id}/sheets/${SHEET}.html?settings=%7B`);
    expect(broken.status).toBe(422);
  });

  it('a desk that holds the case sets its print, with a row in the trail', async () => {
    const desk = await stage.organisation('township-a');
    const path = `/api/cases/${id}/sheets/review-form/settings`;
    await desk.must(desk.put(path, { studyFont: 12 }));
    const municipal = await stage.organisation('municipal');
    const { rows } = await municipal.must(
      municipal.get<{ rows: { detail: object }[] }>(`/api/audit?action=sheet-settings&subject=${id}`),
    );
    expect(rows[0]?.detail).toMatchObject({ sheet: 'review-form', settings: { studyFont: 12 } });
    await desk.must(desk.put(path, {}));
    expect((await desk.get<SheetSettings>(path)).body.settings).toEqual({});
  });

  it('tells of a case that went back that its print does not count any more', async () => {
    await stage.fire(await stage.organisation('township-a'), id, 'RETURN', { opinion: '请补充材料。' });
    expect(await ask({ code, facts })).toMatchObject({ issued: true, validity: 'void' });
    expect(await page()).not.toMatch(CODE);
  });
});

/** What stands on a print beside a heading. */
const valueBeside = (html: string, title: string): string =>
  new RegExp(`>${title}</th><td[^>]*>([^<]+)<`).exec(html)?.[1] ?? '';

/** A file, byte by byte. */
async function fetched({ origin, cookie }: Client, path: string): Promise<Buffer> {
  const response = await fetch(`${origin}${path}`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** What a camera would read: the squares, drawn four pixels each. */
function readQr(html: string): string {
  const [, svg = ''] = /class="attest">.*?(<svg.*?<\/svg>)/.exec(html) ?? [];
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const side = size * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1/g)) {
    for (let at = 0; at < 16; at += 1) {
      const pixel = ((Number(y) * 4 + (at >> 2)) * side + Number(x) * 4 + (at & 3)) * 4;
      pixels.fill(0, pixel, pixel + 3);
    }
  }
  return jsQR(pixels, side, side)?.data ?? '';
}
