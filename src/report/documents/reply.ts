import type { DroppedAnswer, NearestQuote, ReplyCheck, TakenAnswer } from '../../model/reply.ts';
import { type Document, type Item, items, paragraph, strong, underHeading } from '../document.ts';
import { formatCount } from '../wording/figures.ts';
import { describePlace, type NameFile } from '../wording/reading.ts';

/** How much of a text of the documents is shown. */
const LONGEST_TEXT = 160;

const shorten = (text: string) =>
  text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1).trimEnd()}…`;

/** `"30 days" instead of "90 days"`: what the quote has otherwise. */
function describeDifferences({ differences }: NearestQuote): string {
  const told = differences.slice(0, 3).map(({ quoted, text }) => {
    if (quoted === '') return `the quote lacks "${shorten(text)}"`;
    return text === ''
      ? `the quote adds "${shorten(quoted)}"`
      : `the quote has "${shorten(quoted)}" instead of "${shorten(text)}"`;
  });
  const left = differences.length - told.length;
  return [...told, ...(left > 0 ? [formatCount(left, 'more difference')] : [])].join('; ');
}

function toDroppedItem(
  { key, item, line, why, nearest }: DroppedAnswer,
  nameFile: NameFile,
): Pick<Item, 'text' | 'below'> {
  const where = line === null ? '' : ` (line ${line} of the reply)`;
  const near =
    nearest === null
      ? []
      : paragraph(
          [
            `Nearest match, ${describePlace(nearest.place, nameFile)}: "${shorten(nearest.text)}"`,
            ...(nearest.differences.length === 0 ? [] : [describeDifferences(nearest)]),
          ].join('; '),
          '.',
        );
  return { text: [strong(item === null ? key : `${key}, ${item}`), `${where}: ${why}.`], below: near };
}

function toTakenItem({ title, said, quotes }: TakenAnswer, nameFile: NameFile): Pick<Item, 'text'> {
  const shown = quotes.map(({ text, place }) => `"${shorten(text)}" (${describePlace(place, nameFile)})`);
  return { text: [strong(said === '' ? title : `${title}: ${said}`), `, quoting ${shown.join(' and ')}`] };
}

/** The doubts about the quotes of an answer; none where nothing speaks against them. */
function listDoubts({ title, quotes }: TakenAnswer, nameFile: NameFile): readonly Pick<Item, 'text'>[] {
  return quotes
    .filter(({ doubts }) => doubts.length > 0)
    .map(({ place, doubts }) => ({
      text: [strong(title), `: the quote ${doubts.join(' and ')} (${describePlace(place, nameFile)}).`],
    }));
}

/** What of a reply is taken, what is dropped and why, and what to look at. */
export function toReplyDocument({ taken, dropped, ignored, notes, open }: ReplyCheck, nameFile: NameFile): Document {
  const counts = `${taken.length} taken, ${dropped.length} dropped, ${open.length} open.`;
  return {
    title: [strong("The assistant's reply")],
    subtitle: [counts],
    blocks: [
      ...underHeading(
        'Taken',
        items(taken.map((answer) => toTakenItem(answer, nameFile))),
        taken.length === 0
          ? []
          : paragraph('These quotes are in the documents. Whether they support the answers is for you to judge.'),
      ),
      ...underHeading('Dropped', items(dropped.map((answer) => toDroppedItem(answer, nameFile)))),
      ...underHeading('Check these', items(taken.flatMap((answer) => listDoubts(answer, nameFile)))),
      ...notes.flatMap((note) => paragraph(note)),
      ...(open.length === 0 ? [] : underHeading('Open', paragraph(open.join('; '), '.'))),
      ...(ignored.length === 0 ? [] : paragraph(`Ignored: ${ignored.join(', ')}.`)),
    ],
  };
}
