import type { zhPolicyTopics } from './policy.zh-CN.ts';
import type { TopicText } from './topic.ts';

/** The same in English. */
export const enPolicyTopics: Record<keyof typeof zhPolicyTopics, TopicText> = {
  policy: {
    title: 'Definitions',
    parts: [
      { title: 'Editions', text: ['What was begun stays on the edition that it began with.'] },
      {
        title: 'Forms and charts',
        text: ['Fields, rules and their sources; charts are drawn from the route.'],
      },
      { title: 'To be confirmed', text: ['Parts whose source is still open, with their files.'] },
    ],
  },
  drafts: {
    title: 'Drafts and publications',
    parts: [
      {
        title: 'What comes next',
        text: ['A draft begins with what is published; the next cycle is a copy with its dates moved on.'],
      },
      {
        title: 'Publishing',
        text: ['A second person approves it, at once or for an hour to come. The log leads back.'],
      },
    ],
  },
  begin: {
    title: 'A new programme',
    parts: [
      {
        title: 'A programme within a quarter of an hour',
        text: [
          'See first that a second person has an account: add a user of your organisation under “Accounts”. Whoever made the draft cannot approve it.',
          'Under “Drafts”, choose “New programme” and fill in the page from the top down: name, organisations, account forms, form, route, sheet and list. What is typed stays where you leave half-way.',
          'Everything can be changed in the draft: fields under the forms, a stage more under the routes, sentences of the sheet. The preview stands beside it.',
          'Submit it under “Approval”; another person approves it. The login page is then that of the new programme.',
        ],
      },
      {
        title: 'Organisations',
        text: [
          'The one at the top is the one that you have logged in at; it is called as you say here once the programme is published.',
          'Paste a column of a table for those that there are; where they stand under others, the second column names these. Their first users are added by the organisation above.',
        ],
      },
      {
        title: 'One programme a server',
        text: [
          'Once the first programme is published, “New programme” is gone. Another one has a server of its own.',
        ],
      },
    ],
  },
  changing: {
    title: 'Changing a draft',
    parts: [
      {
        title: 'A number',
        text: ['Find it among the numbers, type another; you see which sentences change before you save.'],
      },
      { title: 'Items', text: ['Set or take away ticks, read what they mean, and save.'] },
      { title: 'Codes', text: ['Choose the list; an ended code may name the one that follows it.'] },
      { title: 'A sentence', text: ['Type a few of its letters among the texts, and change it there.'] },
      {
        title: 'Many at once, in a spreadsheet',
        text: [
          'Items, codes, texts and lists are exported to Excel and read again, or pasted. Each line says what becomes of it; what was not changed or is not named stays. Leave the column of ids as it is.',
          'A workbook is read in your browser alone: at most 5 MB and 50,000 cells, its first worksheet that is shown. Formulas, links, macros and passwords are refused, and it is said where.',
        ],
      },
      { title: 'Undo', text: ['Each change is undone by itself, and an undo can be undone.'] },
      {
        title: 'Approval',
        text: ['Whatever is changed after a draft was submitted has to be submitted again.'],
      },
    ],
  },
  changingForms: {
    title: 'Forms and sections',
    parts: [
      { title: 'What a form asks for', text: ['Click a cell of the table: its fields are listed.'] },
      {
        title: 'A question with evidence, printed',
        text: [
          'Add a field of the kind yes or no, ask for evidence when the answer is yes, choose below which line it is printed.',
        ],
      },
      {
        title: 'Titles and help',
        text: ['They become a change when the field is left; until then they stay in your browser.'],
      },
      { title: 'Order', text: ['By the arrows of a line, or Alt with an arrow key.'] },
      {
        title: 'Removing',
        text: ['Read first what uses the field; rules and columns go along if you wish.'],
      },
    ],
  },
  changingAccounts: {
    title: 'Accounts and organisations',
    parts: [
      {
        title: 'Kinds and roles',
        text: ['Who registers under whom, and who may do what. Titles are changed where they stand.'],
      },
      {
        title: 'One more field',
        text: ['Click a cell of a registration form and add it as in any other form.'],
      },
      {
        title: 'Longer passwords',
        text: ['Change the rule; it holds for new passwords once it is published.'],
      },
    ],
  },
  rules: {
    title: 'Changing rules',
    parts: [
      {
        title: 'Change a condition',
        text: [
          'Find the rule by its words or its section and press “Change”. A condition has three parts: what is looked at, how it is compared, and with what. The sentence below says what the rule means now.',
          'Write the message and the clause, read the sentence, and save. A change for one category alone is chosen under “The change is for”.',
        ],
      },
      {
        title: 'Several conditions',
        text: [
          'Add a condition and choose whether all or any of them must hold. A group puts conditions together.',
          'What has a lock is written in a way that rows do not show, and stays as it is; it can be changed as a formula.',
        ],
      },
      {
        title: 'Try it',
        text: [
          'While changing a rule, choose a case to see what each condition comes to and whether the message is shown.',
        ],
      },
      {
        title: 'Switch off and remove',
        text: [
          'A rule that is switched off stays and can be switched on again; a removal can be undone in the list of changes.',
        ],
      },
      {
        title: 'As a table',
        text: [
          'Rules of the same shape stand in one table, to compare and change the values in which they differ.',
        ],
      },
    ],
  },
  cases: {
    title: 'Cases',
    parts: [
      {
        title: 'See whether a change does what it should',
        text: [
          'All cases are run after each change. What comes out otherwise is red, with what was expected and what came.',
          'Where that is what the change means, let the cases follow; where it is not, undo the change.',
        ],
      },
      {
        title: 'Make a case',
        text: [
          'Find a case that is close, press “New case from this”, write a name and what is different, and choose what has to come of it.',
          'What comes of it now, with every message, is shown before it is saved.',
          'Or fill in the preview as applicants do, from an empty form or from an example, and press “Make a case of this”.',
        ],
      },
    ],
  },
  routing: {
    title: 'Routes',
    parts: [
      {
        title: 'Insert a stage',
        text: [
          'Choose the kind of unit and press “+” between two states of the chart, or “Insert a stage” above the list. Tick the ways, and say who works there, how it is called and which opinion it writes.',
          'Before it is saved you see which charts change, and what each desk may do in its queues. One act brings the opinion, its print and the queues.',
        ],
      },
      {
        title: 'Try it out',
        text: [
          'Under “Play a case” press what each side does, and see where the case is and in whose queue. It touches no real case.',
        ],
      },
      {
        title: 'Rename, remove, limit',
        text: ['At each state of the list. What was begun goes on by the route as it was.'],
      },
      { title: 'Events', text: ['Titles, what is asked before, and what has to be filled in.'] },
    ],
  },
  replay: {
    title: 'Replay',
    parts: [
      {
        title: 'What a draft does to applications',
        text: [
          'Choose whose applications are checked, under which cycle of the draft, and press “Start”. It takes minutes where there are many; you may leave the page, or cancel it. No application is changed.',
          'The result goes by cause: which rule blocks how many that it did not, how many are blocked no more, which answers have no place; then by form.',
          'Below them: applications in a state that the draft’s route has no exit from, sheets that no longer fit, roster columns gone blank, and sheets that show something else.',
        ],
      },
      {
        title: 'Who sees what',
        text: [
          'Policy staff see numbers; fewer than five read “<5” and have no line. Whoever may replay presses a number and sees which applications these are.',
          '“Compare” in the list shows one application under its own edition and under the draft: words of the form and of rules alone. Each time is in the audit trail.',
        ],
      },
      { title: 'When the draft changes', text: ['The result is of the draft as it was; start another one.'] },
    ],
  },
  listing: {
    title: 'Lists to export',
    parts: [
      {
        title: 'Put columns into another order',
        text: [
          'With “Up” and “Down” of each column, or with Alt and the arrow keys on its name. Then save the order.',
        ],
      },
      {
        title: 'Add a column',
        text: [
          'Choose an answer, something of the organisation or of the case, and write a title. What stands beside each column comes from an example.',
        ],
      },
      {
        title: 'Change them in a spreadsheet',
        text: [
          'Export them, put the lines into another order, write new titles or widths, and read the file again; or paste its cells. Each line says what becomes of it before it is saved.',
        ],
      },
    ],
  },
  sheets: {
    title: 'Printed sheets',
    parts: [
      {
        title: 'Change a sentence of a sheet',
        text: [
          'Click it on the page, or find it among the texts, and write another. The page shows an example and nobody’s data.',
        ],
      },
      {
        title: 'Move or hide a block',
        text: [
          'Under “Layout”, with the buttons or with Alt and the arrow keys. What is hidden is not printed and can be shown again. Every language of the sheet goes along.',
        ],
      },
      {
        title: 'Choose the columns of a table',
        text: [
          'Under “Columns”: tick what is printed and put it into its order; fields that were never printed, too.',
        ],
      },
      {
        title: 'Change the paper, where it is frozen, and what can be set',
        text: [
          'Under “Paper”: size, orientation, margins, most pages; the states in which its print is frozen as the official one; the bounds of each setting, and what holds at first.',
        ],
      },
      {
        title: 'Add something that can be set when it is printed',
        text: [
          'Under “Paper”, “Add a setting”: what it is about (letter size, empty rows …) and for which block, its least and its most; in a group whoever prints finds it with its like. The page beside shows what holds at first. “Remove” takes a setting away.',
        ],
      },
      {
        title: 'Edit the template',
        text: [
          'Names are proposed in two braces; what is wrong is underlined and has to be mended before it is saved. What you typed stays in your browser.',
        ],
      },
      {
        title: 'With little, much and most filled in',
        text: [
          'Choose the example above the page. Of a sheet that is made to fit you see the size of letters that was chosen, or what is too long.',
        ],
      },
    ],
  },
};
