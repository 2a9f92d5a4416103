import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { writeFontConfig } from './fonts.ts';

/** Each line closes a way out: a printed page can reach no network, no file, no other process. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--font-render-hinting=none',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // The popup of the address bar is a page of its own behind every page, and takes longer to open than that one.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
];

/** On a machine that does ten other things a browser takes half a minute. */
const LAUNCH_MS = 120_000;
/** A command that is answered later is not answered any more. */
const COMMAND_MS = 60_000;

let fontConfig: Promise<string> | null = null;

/** Written once; what could not be done is tried again with the next browser. */
async function faces(): Promise<string> {
  fontConfig ??= writeFontConfig();
  try {
    return await fontConfig;
  } catch (error) {
    fontConfig = null;
    throw error;
  }
}

/** A Chromium that prints; `end` stops it and removes its profile. */
export type PrintBrowser = { browser: Browser; end: () => Promise<void> };

/**
 * Starts a browser that only prints, with an empty profile and an empty environment.
 * @param executablePath - a Chromium or Chrome
 */
export async function launchChromium(executablePath: string): Promise<PrintBrowser> {
  const fontsFile = await faces();
  const userDataDir = mkdtempSync(join(tmpdir(), 'print-profile-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir,
    pipe: true,
    headless: true,
    timeout: LAUNCH_MS,
    protocolTimeout: COMMAND_MS,
    args: [...FLAGS, ...sandbox],
    env: { FONTCONFIG_FILE: fontsFile, HOME: userDataDir },
  });
  const end = async () => {
    browser.process()?.kill('SIGKILL');
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 3 });
  };
  return { browser, end };
}
