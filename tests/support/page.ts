import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The id of whatever has the focus. */
export const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

/** Waits for something that takes the page or the server a moment; `message` says what did not come. */
export const eventually = <T>(read: () => T | Promise<T>, message = '') => expect.poll(read, { message });
