import { classify } from '../classify/classify.ts';
import { OUTSIDE } from '../classify/score-tracks.ts';
import { isDay, listMeantDates } from '../model/day.ts';
import type { Rubric } from '../model/rubric.ts';
import { accept, REFUSED } from '../model/schema/accept.ts';
import { webAddress } from '../model/schema/schema.ts';
import { describeInferredTrack } from '../report/wording/interim.ts';
import { describeHeardTrack } from '../report/wording/sentences.ts';
import { BACK, chooseOrGoBack, writeOrGoBack } from './ask-form.ts';
import { type HeadField, type HeadValues, PLACEHOLDER_SUMMARY } from './begin-description.ts';
import { completeAddress, type DocumentCase, suggestAsOf } from './document-case.ts';
import type { Prompter } from './prompter.ts';

export interface HeadContext {
  readonly rubric: Rubric;
  readonly prompter: Prompter;
  readonly docs: DocumentCase | null;
  readonly today: string;
}

/** What the documents say of a field; null where they do not. */
function findStatedValue(field: HeadField, docs: DocumentCase | null, today: string): string | null {
  if (docs === null) return null;
  const { name, offer, website } = docs.reading;
  switch (field) {
    case 'name':
      return name?.text ?? null;
    case 'summary':
      return offer?.text ?? null;
    case 'as_of':
      return suggestAsOf(docs.reading, today);
    case 'website':
      return website === null ? null : completeAddress(website.text);
    default:
      return null;
  }
}

const NOT_NOW_ID = '-';

const OUTSIDE_CHOICE = { id: OUTSIDE, label: `${OUTSIDE}: none of them; no fit is given` };

async function askTrack(
  { summary }: HeadValues,
  { docs, rubric, prompter }: HeadContext,
): Promise<string | null | typeof BACK> {
  const ofSummary = classify(summary ?? '', rubric.classifier);
  const heard = docs?.reading.classification ?? ofSummary;
  const notNow = {
    id: NOT_NOW_ID,
    label: `not now; it is inferred from the summary, which ${describeHeardTrack(ofSummary)}`,
  };
  prompter.tell(describeInferredTrack(heard, docs === null ? 'summary' : 'text'));
  const first = [heard.track, ...heard.between];
  const tracks = [...rubric.tracks].sort((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)));
  const choices = tracks.map(({ id, means }) => ({ id, label: `${id}: ${means}` }));
  const chosen = await chooseOrGoBack('Which track is it?', [notNow, ...choices, OUTSIDE_CHOICE], prompter);
  return chosen === NOT_NOW_ID ? null : chosen;
}

const listDays = (text: string) => listMeantDates(text).filter(isDay);

async function askDay(preset: string, prompter: Prompter): Promise<string | typeof BACK> {
  const text = await writeOrGoBack('As of which date is the description true?', prompter, {
    preset,
    refuse: (written) => {
      const days = listDays(written);
      if (days.length === 1) return null;
      return days.length === 0 ? 'Write a full date, such as 18 Nov 2026.' : `${days.join(' or ')}?`;
    },
  });
  return text === BACK ? BACK : (listDays(text)[0] ?? preset);
}

/** Asks for one field; what is known of it, or what the documents say, is suggested. @throws Stopped. */
export async function askHeadField(
  field: HeadField,
  values: HeadValues,
  context: HeadContext,
): Promise<string | null | typeof BACK> {
  const { prompter, docs, today } = context;
  const known = values[field] === PLACEHOLDER_SUMMARY ? null : values[field];
  const preset = known ?? findStatedValue(field, docs, today) ?? undefined;
  const askOptional = async (reply: Promise<string | typeof BACK>) => {
    const text = await reply;
    return text === '' ? null : text;
  };
  switch (field) {
    case 'name':
      return writeOrGoBack('Name of the project', prompter, { example: 'Example Network', preset });
    case 'summary': {
      const question = 'What does it sell, and to whom?';
      const example = 'Rents out idle GPUs by the hour to AI labs.';
      return askOptional(writeOrGoBack(question, prompter, { example, preset, isOptional: true }));
    }
    case 'track':
      return askTrack(values, context);
    case 'as_of':
      return askDay(preset ?? today, prompter);
    case 'website': {
      const refuse = (text: string) =>
        accept(webAddress, completeAddress(text)) === REFUSED
          ? 'Write a full address, such as https://example.org.'
          : null;
      const more = { example: 'https://example.org', preset, isOptional: true, refuse };
      const address = await askOptional(writeOrGoBack("The project's own website", prompter, more));
      return typeof address === 'string' ? completeAddress(address) : address;
    }
    case 'offer': {
      const question = 'What can a buyer buy today?';
      return askOptional(
        writeOrGoBack(question, prompter, {
          example: 'One product, as its price list calls it',
          preset,
          isOptional: true,
        }),
      );
    }
  }
}
