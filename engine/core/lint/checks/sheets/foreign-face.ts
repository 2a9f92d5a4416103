import { pointer } from '#core/json/index.ts';
import type { SheetDefinition } from '#core/model/index.ts';
import { foreignFamilies, type Style, stylesOf } from '#core/vocabulary/index.ts';
import type { Check, Finding } from '../../context.ts';
import { templatesOf } from '../../templates/faults.ts';

/** A family that prints do not have, asked for in a style: whoever wrote it waits for it in vain. */
export const foreignFace: Check = {
  code: 'foreign-face',
  run: ({ definition }) =>
    definition.sheets.flatMap((sheet, index): Finding[] => {
      const at = pointer('sheets', index);
      const templates = templatesOf(sheet, `${at}/template`, definition);
      const styles = templates.flatMap(({ template }) => stylesOf(withoutCalls(template)));
      const [ofStyle = []] = foreignFamilies([sheet.css, ...styles.map(({ text }) => text)]);
      return [
        ...ofStyle.map((one) => found(one, sheet.css, `${at}/css`)),
        ...templates.flatMap((one) => inTemplate(one, sheet.css)),
        ...templates.flatMap(({ template }) => inSettings(sheet, template, `${at}/settings`)),
      ];
    }),
};

type Foreign = { family: string; at: number };

const found = ({ family, at: offset }: Foreign, text: string, at: string): Finding => ({
  at,
  severity: 'warning',
  params: { line: text.slice(0, offset).split('\n').length, family },
});

/** In `style` attributes, which read the variables of the style as well. */
function inTemplate({ template, at }: { template: string; at: string }, css: string): Finding[] {
  return inAttributes(stylesOf(withoutCalls(template)), css).map((one) => found(one, template, at));
}

function inAttributes(styles: readonly Style[], css: string): Foreign[] {
  const [, ...foreign] = foreignFamilies([css, ...styles.map(({ text }) => text)]);
  return styles.flatMap(({ at }, index) =>
    (foreign[index] ?? []).map(({ family, at: offset }) => ({ family, at: at + offset })),
  );
}

/** What a setting puts in the place of a family. */
function inSettings({ settings = {}, css }: SheetDefinition, template: string, at: string): Finding[] {
  return Object.entries(settings).flatMap(([name, { enum: choices = [] }]) =>
    choices.flatMap((choice, index): Finding[] => {
      if (typeof choice !== 'string') return [];
      const asked = inAttributes(stylesOf(withoutCalls(withChoice(template, name, choice))), css);
      return asked
        .filter(({ family }) => choice.includes(family))
        .slice(0, 1)
        .map(({ family }) => ({
          at: at + pointer(name, 'enum', index),
          sentence: 'foreign-face.setting',
          severity: 'warning',
          params: { family },
        }));
    }),
  );
}

const withChoice = (template: string, name: string, choice: string): string =>
  template.replaceAll(new RegExp(`\\{\\{\\s*[^{}]*\\bsettings[./]${name}\\s*\\}\\}`, 'g'), () => choice);

/** What a template calls, as blanks of the same length: everything else stays in its line. */
const withoutCalls = (template: string): string =>
  template.replaceAll(/\{\{[\s\S]*?\}\}/g, (call) => call.replaceAll(/\S/g, ' '));
