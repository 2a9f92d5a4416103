import type { sheets as pattern } from '../zh-CN/sheets.ts';

/** What is wrong with sheets and rosters. */
export const sheets: typeof pattern = {
  'css-refused.size': 'A style is at most {most} characters long',
  'css-refused': 'Line {line}: "{found}" has no place in the style of a sheet',
  'foreign-face':
    'Line {line}: prints have no face "{family}", and asking for it changes nothing; they have "Noto Serif SC" (serif) and "Noto Sans SC" (sans-serif)',
  'foreign-face.setting':
    'Prints have no face "{family}", and choosing it changes nothing; they have "Noto Serif SC" (serif) and "Noto Sans SC" (sans-serif)',
  'organisation-column': '"{path}" is the identifier of an organisation; a roster shows its name',
  'roster-shape.sum': 'Only a column with "type": "number" has sums',
  'roster-shape.pattern': '"{number}" is no pattern of numbers, such as "#,##0.00"',
  'roster-shape.number': 'A date has no pattern of numbers',
  'roster-shape.rows': 'There is no table "{section}" on this route',
  'sheet-on-no-category': 'No category prints this sheet',
  'attest-names-nothing': '"{category}" has no field at "{path}", so nobody could be asked for it',
  'frozen-nowhere':
    'No state on the routes of the forms that print this sheet carries the tag "{tag}", so it is never frozen',
  'frozen-nowhere.pdf': 'What is frozen is a PDF: add "pdf" to the formats',
  'setting-group': 'This sheet has no setting "{name}"',
  'setting-group.twice': 'The setting "{name}" stands in another group already',
  'sheet-fit.pages': 'What is made to fit stands on one page: write "pages": 1',
  'sheet-fit.setting':
    'The fit chooses the setting "{name}", which needs a minimum and a maximum and no preset',
  'sheet-fit.columns':
    'The fit has {wanted} columns, the template {found} tables inside of an element of class "fit"',
  'sheet-fit.widths':
    'Widths from a least to a most are parts of a hundred: together they go from {least} to {most}',
  'sheet-fit.spans':
    'A cell of a sheet that is made to fit goes over one row: "rowspan" in line {line} cannot be measured',
  'sheet-paper.alone': 'Copies stand on the halves of a sheet: it takes "nUp"',
  'sheet-paper.size': 'No sheet is twice as large as {size}: two pages stand on one where they are A5 or A4',
  'sheet-paper.pages': 'Only what must fit on one page ("pages": 1) can be cut into copies',
  'sheet-paper.landscape':
    'As a web page, pages one below the other are printed only as copies; leave "html" out, or turn them',
  'template-field': 'Line {line}, column {column}: "{path}" names nothing that this sheet may show',
  'template-field.parts':
    'Line {line}, column {column}: "{path}" is made of parts: print them one by one, or say in its "text" how it is written',
  'template-refused.size': 'A template is at most {most} characters long',
  'template-refused.tag': 'Line {line}, column {column}: A sheet is not made of the tag "{tag}"',
  'template-refused.unquoted':
    'Line {line}, column {column}: In the tag "{tag}" an output stands outside quotation marks',
  'template-refused.attribute':
    'Line {line}, column {column}: The tag "{tag}" on a sheet has no "{attribute}"',
  'template-refused.style':
    'Line {line}, column {column}: The style of the tag "{tag}" fetches something, or lies over others',
  'template-refused.blank':
    'Line {line}, column {column}: Between attributes of the tag "{tag}" a blank is missing',
  'template-refused.comment':
    'Line {line}, column {column}: A comment of the page has no outputs and no blocks; write it as "{comment}"',
  'template-refused.output':
    'Line {line}, column {column}: "{output}" has no place in "{attribute}"; answers stand in the text, in "title" or in "aria-label", other attributes have row numbers, counts, settings that are numbers in bounds, and choices',
  'template-refused.branches':
    'Line {line}, column {column}: The branches of this block end in different places of a tag',
  'template-refused.loop':
    'Line {line}, column {column}: In the tag "{tag}" there are conditions alone, and no "{name}"',
  'template-refused.unfinished':
    'Line {line}, column {column}: The template ends before its tag or comment "{tag}" does',
  'template-refused.partial': 'Line {line}, column {column}: Partials are not part of the language',
  'template-refused.decorator': 'Line {line}, column {column}: Decorators are not part of the language',
  'template-refused.statement': 'Line {line}, column {column}: "{statement}" is not part of the language',
  'template-refused.raw': 'Line {line}, column {column}: Raw output is not part of the language',
  'template-refused.blocks': 'Line {line}, column {column}: Blocks nest at most {most} deep',
  'template-refused.each': 'Line {line}, column {column}: "each" nests at most {most} deep',
  'template-refused.params': 'Line {line}, column {column}: Block parameters are not part of the language',
  'template-refused.block': 'Line {line}, column {column}: There is no block "{name}"',
  'template-refused.few-operands':
    'Line {line}, column {column}: "{name}" takes {wanted} operands or more, here are {found}',
  'template-refused.operands':
    'Line {line}, column {column}: "{name}" takes {wanted} operands, here are {found}',
  'template-refused.pattern':
    'Line {line}, column {column}: "{pattern}" is no pattern of numbers, such as "#,##0.00"',
  'template-refused.helper': 'Line {line}, column {column}: There is no helper "{name}"',
  'template-refused.data': 'Line {line}, column {column}: "@{name}" is not part of the language',
  'template-syntax': 'The template cannot be read near line {line}',
  'template-syntax.unplaced': 'The template cannot be read',
  'unread-setting': 'The template never reads this setting',
};
