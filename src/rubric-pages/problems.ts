import { facts, paragraph, underHeading } from '../report/document.ts';
import { createEntryKind } from './entry-kind.ts';

/** What keeps a file from being read, by the code of its message: what it says, and what to do. */
const PROBLEMS: Readonly<Record<string, readonly [means: string, fix: string]>> = {
  'document/description': ['The file is a description and not a document.', 'Score it with demandfit score.'],
  'document/empty': ['The document is empty.', 'Check that this is the right file.'],
  'document/encrypted': ['The document is protected by a password.', 'Save it without one.'],
  'document/format': ['The document has a format that is not read.', 'Save it in one that the message names.'],
  'document/needs-package': [
    'PDFs are read by a package that is not installed.',
    'Install it with the command that the message shows.',
  ],
  'document/no-text': [
    'The document has pictures of text and no text.',
    'Recognise its text first, or use the file that it was made from.',
  ],
  'document/too-large': ['The document is larger than is read.', 'Take the part that matters out of it.'],
  'input/fault': [
    'The program failed at this file. It is a fault of the program and not of the file.',
    'Report it, with the file.',
  ],
  'input/not-found': ['No file has this name.', 'Check the spelling and the current directory.'],
  'input/no-match': [
    'There is no description in a directory, or for a glob.',
    'Check the path; in a shell, put quotes around a glob.',
  ],
  'input/no-answers': [
    'The file is a document without answers.',
    'Answer its questions with demandfit init, or read it with demandfit read.',
  ],
  'input/not-in-git': [
    'Git does not give the file of this revision.',
    'Check the revision and the path, and fetch what a partial or shallow clone lacks.',
  ],
  'input/not-text': ['The file is not text.', 'Name a YAML or Markdown file; documents are read with demandfit read.'],
  'input/not-utf8': ['The file is not in UTF-8.', 'Save it as UTF-8.'],
  'input/too-large': ['The file is larger than a description can be.', 'Split it, or leave out what is not an answer.'],
  'input/too-many-problems': [
    'The file has more problems than are shown.',
    'Fix those that are shown, and run the command again.',
  ],
  'input/too-much': ['The file has more in it than is read or reported.', 'Split it.'],
  'input/unreadable': ['The system does not let the file be read.', 'Check its permissions.'],
  'jsonl/invalid': ['A line is not JSON.', 'Write one JSON value a line, with its texts in double quotes.'],
  'jsonl/no-document': [
    'A line that `read` is given has no document.',
    'Write an object with `file`, whose ending gives the format, and `text`.',
  ],
  'jsonl/no-summary': [
    'A line is not a JSON object with a `summary`.',
    'Write one object a line, each with a `summary` in text.',
  ],
  'jsonl/not-an-object': [
    'A line is a list, a text or a number.',
    'Write a description as one object, or an object with `file` and `text`.',
  ],
  'jsonl/too-long': ['A line is longer than 1 MiB.', 'End each object with a line end.'],
  'markdown/too-deep': [
    'Quotes or lists are nested deeper than a reader of Markdown takes in reasonable time.',
    'Use fewer levels.',
  ],
  'markdown/too-many-marks': [
    'A paragraph has more marks than a reader of Markdown takes in reasonable time.',
    'Take out the marks, or put the text into a code block.',
  ],
  'markdown/too-many-numbers': [
    'The prose has more numbers than are compared with answers, or read, in reasonable time.',
    'Split the file, or remove the numbers.',
  ],
  'markdown/too-many-parts': [
    'The text has more links, marks, items and cells than a reader of Markdown takes in reasonable time.',
    'Split it, or remove some of them.',
  ],
  'memo/blank-line-first': [
    'A blank line is above the front matter, so it is not front matter.',
    'Begin the file with a line of three hyphens.',
  ],
  'memo/empty': ['The front matter is empty.', 'Write the answers between the two lines of three hyphens.'],
  'memo/fence-not-alone': [
    'The line of three hyphens has more on it.',
    'Put the three hyphens on a line of their own.',
  ],
  'memo/indented-fence': ['The line of three hyphens is indented.', 'Begin the line with the hyphens.'],
  'memo/no-front-matter': [
    'The memo has no answers at its top.',
    'Begin it with the answers in YAML between two lines of three hyphens.',
  ],
  'memo/text-above': ['Text is above the front matter, so it is not front matter.', 'Move the text below it.'],
  'memo/toml': ['The front matter is TOML.', 'Write it in YAML between two lines of three hyphens.'],
  'memo/unclosed': ['The front matter has no end.', 'Add a line of three hyphens behind the answers.'],
  'reference/no-track': [
    'The rubric has no such track.',
    'Take one of those that demandfit list tracks prints, or leave `track` out.',
  ],
  'reference/unknown-duty': [
    'The register has no such regulation or duty.',
    'Take one of those that demandfit list duties prints.',
  ],
  'reference/unknown-source': [
    'An answer cites a source that is not listed.',
    'List it under `sources`, or correct its id.',
  ],
  'schema/bad-format': ['A value does not have the form that its key asks for.', 'Write it as the message shows.'],
  'schema/empty-value': ['A key has no value.', 'Write one, or `unknown` where nothing was found, or remove the key.'],
  'schema/key-out-of-place': ['A key belongs elsewhere in the file.', 'Move it to the place that the message names.'],
  'schema/missing-key': ['A required key is missing.', 'Add it.'],
  'schema/not-accepted': [
    'A value is not one of those that are accepted.',
    'Write one of the forms that the message names.',
  ],
  'schema/not-an-option': [
    'An answer is not one of the options of its criterion.',
    'Take one of the options; demandfit explain with the name of the criterion lists them.',
  ],
  'schema/out-of-range': ['A number is too small or too large.', 'Write one within the range that the message names.'],
  'schema/unknown-key': [
    'Nothing has this key, so a wrong name would be ignored in silence.',
    'Correct the spelling, or remove it.',
  ],
  'schema/wrong-type': [
    'A value is of another type, such as text in the place of a number.',
    'Write it as the message says.',
  ],
  'unit/direction': [
    'The comparison says that more of its unit is better where less is, or the reverse.',
    'Correct `better`.',
  ],
  'unit/unlike': [
    'The two sides of a comparison have units that do not convert into each other.',
    'Use one unit for both.',
  ],
  'comparison/other-workload': [
    'The alternative is registered for another workload.',
    'Take one of the same workload; demandfit list alternatives shows them.',
  ],
  'yaml/alias-bomb': ['Aliases unfold into more than a description can be.', 'Write the values out.'],
  'yaml/colon-in-value': ['A colon and a blank within a value begin another key.', 'Put quotes around the value.'],
  'yaml/control-character': ['The file has a control character.', 'Remove it.'],
  'yaml/cr-newline': ['Lines end in a carriage return alone.', 'Save the file with the usual line ends.'],
  'yaml/directive': ['The file has a YAML directive.', 'Remove the line that begins with a percent sign.'],
  'yaml/duplicate-key': ['A key is there twice, and YAML does not say which one counts.', 'Remove one of them.'],
  'yaml/empty-key': ['A key has no name.', 'Write one, or put quotes around the text.'],
  'yaml/indentation': [
    'A line is indented by another number of blanks than the other lines of its level.',
    'Indent the lines of one level alike.',
  ],
  'yaml/invisible-character': [
    'The file has a character that nobody sees.',
    'Remove it, or put the text in quotes with an escape.',
  ],
  'yaml/key-under-value': [
    'A key is below another one that already has a value.',
    'Move it one level out, or remove the value.',
  ],
  'yaml/leading-zero': [
    'A number begins with a zero, which is lost.',
    'Put quotes around it if it is text; otherwise drop the zero.',
  ],
  'yaml/merge-conflict': ['The file has the marks of a merge conflict.', 'Resolve the conflict.'],
  'yaml/merge-key': ['The file uses the merge key of YAML.', 'Write the keys out.'],
  'yaml/missing-colon': ['A key has no colon behind it.', 'Add the colon and a blank.'],
  'yaml/missing-space': ['A blank is missing behind a colon or a hyphen.', 'Add it.'],
  'yaml/null-word': [
    'A word such as ~ or NULL is read as no value.',
    'Put quotes around it if it is text, or remove the key.',
  ],
  'yaml/number-base': ['An address or a hash is read as a number.', 'Put quotes around it.'],
  'yaml/number-not-finite': [
    'A number is not finite.',
    'Write a finite decimal number, or put quotes around the text.',
  ],
  'yaml/number-too-precise': [
    'A number has more digits than a number keeps.',
    'Put quotes around it if it is text; otherwise round it.',
  ],
  'yaml/reserved-key': ['A key has a name that programs keep for themselves.', 'Use another name.'],
  'yaml/reserved-start': ['A value begins with a sign that YAML reserves.', 'Put quotes around it.'],
  'yaml/stray-bracket': ['A bracket is closed that was never opened.', 'Remove it, or put quotes around the text.'],
  'yaml/swallowed-text': [
    'A hash sign begins a comment, so the rest of the value is lost.',
    'Put quotes around the value.',
  ],
  'yaml/syntax': ['The file is not valid YAML.', 'Correct the place that the message shows.'],
  'yaml/tag': ['A value has a YAML tag.', 'Remove the tag.'],
  'yaml/text-after-value': [
    'Text follows a value that has ended.',
    'Put it inside the quotes or the brackets, or remove it.',
  ],
  'yaml/too-deep': ['The file is nested deeper than any description.', 'Use fewer levels.'],
  'yaml/too-many-parts': ['The file has more parts than any description.', 'Split it.'],
  'yaml/unclosed-bracket': ['A bracket is never closed.', 'Close it.'],
  'yaml/unclosed-quote': ['A quotation mark is never closed.', 'Close it, or remove it.'],
  'yaml/undefined-alias': ['An alias has no anchor.', 'Put quotes around the text that begins with an asterisk.'],
  'yaml/unused-anchor': [
    'An anchor is never used, so it is most likely text that begins with an ampersand.',
    'Put quotes around it.',
  ],
};

export const problems = createEntryKind({
  id: 'problem',
  plural: 'problems',
  means: 'What keeps a file from being read as a description',
  list: () => Object.entries(PROBLEMS).map(([id, [means, fix]]) => ({ id, title: means, means, fix })),
  blocks: ({ fix }) => [
    ...facts([['severity', ['error, whatever the settings: the exit code is 2']]]),
    ...underHeading('What to do', paragraph(fix)),
  ],
});
