import { pointer } from '#core/json/index.ts';
import type { Check } from '../../context.ts';

/** A setting that people may change and that the sheet's template never reads. */
export const unreadSetting: Check = {
  code: 'unread-setting',
  run: ({ definition }) =>
    definition.sheets.flatMap(({ settings, template, fit }, index) =>
      Object.keys(settings ?? {})
        .filter((name) => name !== fit?.fontSize)
        .filter((name) => !new RegExp(`\\bsettings[./]${name}\\b`).test(template))
        .map((name) => ({
          at: pointer('sheets', index, 'settings', name),
          severity: 'warning' as const,
        })),
    ),
};
