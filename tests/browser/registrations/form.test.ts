import { describe, expect, it } from 'vitest';
import { HEALTH } from '../../journeys/harness.ts';
import { axeFindings, sharedBrowser } from '../../support/browser.ts';
import { eventually } from '../../support/page.ts';
import { Registrar, shoot, sound } from '../registrar/index.ts';

const suite = sharedBrowser();

describe('a field that follows from others', () => {
  it('is filled in while it is empty, and never over what somebody typed', async () => {
    const registrar = await Registrar.open({ definitions: HEALTH, pages: suite.pages });
    const { page, complaints } = await suite.open();
    try {
      await page.goto(`${registrar.server.origin}/register/applicant`);
      await page.locator('[id="/person/idNumber"]').fill('500000198001010011');
      await page.keyboard.press('Tab');
      const born = page.locator('[id="/person/birthDate"]');
      await eventually(() => born.inputValue()).toBe('1980-01-01');
      await born.fill('1981-02-03');
      await page.keyboard.press('Tab');
      await page.locator('[id="/person/idNumber"]').fill('500000198512310024');
      await page.keyboard.press('Tab');
      await page.waitForTimeout(500);
      expect(await born.inputValue()).toBe('1981-02-03');
      await sound(page, 'register-person');

      const field = page.locator('[id="/person/unitId"]');
      await field.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog
        .locator('.organisation-choice.closed', { hasText: registrar.nameOf(registrar.root) })
        .waitFor();
      await page.waitForTimeout(400);
      await shoot(page, 'picker');
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(complaints).toEqual([]);
    } finally {
      await page.context().close();
      await registrar.server.stop();
    }
  });
});
