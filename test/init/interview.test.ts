import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { figureSchema } from '../../src/criteria/comparison-form.ts';
import { readFigure } from '../../src/init/ask-form.ts';
import { beginDescription, type HeadValues } from '../../src/init/begin-description.ts';
import { createDocumentCase, type DocumentCase } from '../../src/init/document-case.ts';
import { runInterview } from '../../src/init/interview.ts';
import { convertDocument } from '../../src/input/documents/convert-document.ts';
import { rubric } from '../input/description/read.ts';
import { MemoryFile } from './memory-file.ts';
import { CTRL_C, ENTER, type Reply, ScriptedPrompter } from './scripted-prompter.ts';

const TODAY = '2026-06-29';
const NOTHING: HeadValues = { name: null, summary: null, as_of: null, offer: null, website: null, track: null };
const SUMMARY = 'Rents out idle GPUs by the hour to AI labs, over a network of independent providers on a blockchain.';
const HEAD: HeadValues = { ...NOTHING, name: 'Acme', summary: SUMMARY, as_of: TODAY, track: 'compute' };

interface Run {
  readonly file: MemoryFile;
  readonly prompter: ScriptedPrompter;
  readonly isEnded: boolean;
  readonly verdicts: number;
}

async function interview(
  replies: Readonly<Record<string, Reply | readonly Reply[]>>,
  {
    head = HEAD,
    before = null,
    docs = null,
  }: { head?: HeadValues; before?: string | null; docs?: DocumentCase | null } = {},
): Promise<Run> {
  const file = new MemoryFile(before);
  const prompter = new ScriptedPrompter(replies);
  let verdicts = 0;
  const show = async () => {
    verdicts += 1;
  };
  const isEnded = await runInterview(head, { rubric, prompter, docs, today: TODAY, file, isQuick: false, show });
  return { file, prompter, isEnded, verdicts };
}

async function readMemo(text: string): Promise<DocumentCase> {
  const read = await convertDocument(new TextEncoder().encode(`# Heron Grid\n\n${text}\n`), 'memo.md', 'npm install');
  if (!read.ok) throw new Error('the memo was not read');
  return createDocumentCase([{ document: read.value, file: 'memo.md' }], rubric);
}

const begun = beginDescription({ head: HEAD, entries: [] }, TODAY);
const questionOf = (id: string) => rubric.criteria.find((criterion) => criterion.id === id)?.question ?? '';
const COST = 'Which of these do buyers compare it with? (a registered price)';
const isCriterion = (question: string) =>
  /^Which of these do buyers compare it with/.test(question) ||
  rubric.criteria.some((criterion) => criterion.question === question);

describe('an interview', () => {
  it('asks ten questions, those of the gates first, and ends on the verdict', async () => {
    const { file, prompter, isEnded, verdicts } = await interview({}, { before: begun });
    const asked = prompter.asked.map(({ question }) => question).filter(isCriterion);
    expect(asked.slice(0, 6)).toEqual([
      questionOf('availability'),
      COST,
      ...['paid_use', 'revenue', 'continuity', 'customers'].map(questionOf),
    ]);
    expect([asked.length, isEnded, verdicts]).toEqual([10, true, 1]);
    expect(file.description.answers).toEqual({});
  });

  it('preselects nothing but "not now", and has unknown and back right below it', async () => {
    const { prompter } = await interview({}, { before: begun });
    for (const { question, choices, preset } of prompter.asked)
      if (isCriterion(question)) {
        expect(choices.slice(0, 3).map(({ label }) => label.split(':')[0])).toEqual(['not now', 'unknown', 'back']);
        expect(preset).toBe(choices[0]?.id);
      }
  });

  it('saves each answer at once, and goes back to the question before', async () => {
    const availability = questionOf('availability');
    const { file } = await interview(
      {
        [availability]: ['limited', 'on-sale'],
        'Which document shows it?': 'none',
        [COST]: ['back', ENTER],
      },
      { before: begun },
    );
    expect(file.description.answers['availability']).toMatchObject({ value: { answer: 'on-sale' } });
    const states = file.saved.map((text) => (parse(text) as Record<string, Record<string, unknown>>)['technical_edge']);
    expect(states).toEqual([{ availability: 'limited' }, { availability: 'on-sale' }]);
  });

  it('loses nothing where they stop', async () => {
    const { file, isEnded, verdicts } = await interview(
      { [questionOf('availability')]: 'on-sale', 'Which document shows it?': CTRL_C },
      { before: begun },
    );
    expect([isEnded, verdicts]).toEqual([false, 0]);
    expect(file.saved.at(-1)).toContain('availability: on-sale');
  });

  it('shows what the documents say with a question, and cites the passage that is chosen', async () => {
    const docs = await readMemo('Northfield Hospital has paid Heron Grid since June.');
    const { file, prompter } = await interview(
      { [questionOf('paid_use')]: 'outside:', 'Which document shows it?': (_, choices) => choices[1]?.id ?? '' },
      { before: begun, docs },
    );
    expect(prompter.told.some((text) => /^3 of 10 {2}Who pays\nline 3: "/.test(text))).toBe(true);
    const { answers, sources } = file.description;
    expect(sources).toMatchObject([{ file: 'memo.md', url: null, kind: 'statement' }]);
    expect(answers['paid_use']).toMatchObject({
      value: {
        answer: 'outside',
        sources: [{ id: sources[0]?.id, quote: expect.stringContaining('Northfield Hospital') }],
      },
    });
  });

  it('offers the pages that a document links to, with the text of the link as title', async () => {
    const docs = await readMemo('See the [price list](https://heron.example.org/prices).');
    const { file } = await interview(
      {
        [questionOf('availability')]: 'on-sale:',
        'Which document shows it?': 'a page that the document links to (1)',
        'Which page?': 'price list: ',
        'What kind of document': 'price-list',
        'Does it have a date?': 'accessed',
        'Which date?': ['next week', '28/06/2026'],
      },
      { before: begun, docs },
    );
    expect(file.description.sources).toMatchObject([
      { title: 'price list', url: 'https://heron.example.org/prices', kind: 'price-list', accessed: '2026-06-28' },
    ]);
  });

  it('asks a price by its alternative, fills the unit from it, and takes a figure as people write it', async () => {
    const { file, prompter } = await interview(
      {
        [COST]: (_, choices) => choices[3]?.id ?? '',
        "The project's own price": ['1.49 per month', '€1.49', '$1.49/hr'],
        'Which document shows it?': 'none',
      },
      { before: begun },
    );
    const cost = prompter.asked.find(({ question }) => question === COST);
    const priced = rubric.alternatives.filter(({ track, figures }) => track === 'compute' && figures.length > 0);
    expect(
      cost?.choices
        .slice(3, -1)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(priced.map(({ id }) => id).sort());
    const best = rubric.alternatives.find(({ id }) => id === cost?.choices[3]?.id);
    expect(prompter.refused).toEqual([expect.stringContaining('not per month'), expect.stringContaining('not €')]);
    expect(file.description.answers['cost']).toMatchObject({
      value: { project: 1.49, alternative: best?.id, unit: best?.unit, workload: best?.workload, service_class: null },
    });
  });

  it('keeps the finished customers, ends a list with an empty name, and asks about one who pays for a plan', async () => {
    const { file, prompter } = await interview(
      {
        [questionOf('customers')]: 'name one',
        'Which organisation?': ['Northfield Hospital', 'Orrin Bank', ENTER],
        'Is its main business': 'yes',
        'How far has it come': ['production', 'announced'],
        'Does it pay': 'yes',
        'It only plans': 'it pays for a pilot',
        'Which document shows it?': 'none',
        'Named customers:': 'another one',
      },
      { before: begun },
    );
    expect(file.description.answers['customers']).toMatchObject({
      value: [
        { name: 'Northfield Hospital', outside_crypto: true, stage: 'production', paid: true },
        { name: 'Orrin Bank', stage: 'pilot', paid: true },
      ],
    });
    expect(file.saved.filter((text) => text.includes('Northfield Hospital')).length).toBeGreaterThan(3);
    expect(prompter.asked.filter(({ question }) => question.startsWith('It only plans')).length).toBe(1);
  });

  it('offers whom the documents name as customers as forms to fill in, each once, and writes none by itself', async () => {
    const docs = await readMemo(
      'Heron Grid has named customers: Northfield Hospital and Orrin Bank have paid since June.',
    );
    const { file, prompter } = await interview(
      {
        [questionOf('customers')]: 'Orrin Bank, named in line 3: ask about it',
        'Is its main business': 'yes',
        'How far has it come': 'production',
        'Does it pay': 'yes',
        'Which document shows it?': 'none',
      },
      { before: begun, docs },
    );
    expect(file.description.answers['customers']).toMatchObject({
      value: [{ name: 'Orrin Bank', outside_crypto: true, stage: 'production', paid: true }],
    });
    const { choices = [] } = prompter.asked.find(({ question }) => question.startsWith('Named customers: 1')) ?? {};
    expect(choices.map(({ label }) => label)).toEqual([
      'done',
      'back',
      'Northfield Hospital, named in line 3: ask about it',
      'another one',
      'remove the last one, Orrin Bank',
    ]);
    const back = await interview(
      { [questionOf('customers')]: ['Orrin Bank, ', 'not now'], 'Is its main business': 'back' },
      { before: begun, docs },
    );
    expect(back.file.description.answers['customers']).toBeUndefined();
  });

  it('counts what was seen, asks the unknown ones again, and changes an answer and the head', async () => {
    const { file, prompter, verdicts } = await interview(
      {
        'What next?': ['ask the unknown ones again (1)', 'change an answer', 'change an answer', 'stop'],
        'Which one?': ['Availability', 'offer'],
        'What can a buyer buy': 'H100 rental',
        [questionOf('availability')]: ['unknown', 'limited:', 'on-sale:'],
        'Which document shows it?': 'none',
      },
      { before: begun },
    );
    expect(prompter.told).toContain('0 of 22 seen, 0 answered, 0 unknown');
    expect(prompter.told).toContain('1 of 22 seen, 0 answered, 1 unknown');
    expect(prompter.told).toContain('1 of 22 seen, 1 answered, 0 unknown');
    expect(prompter.told.some((text) => text.startsWith('2 of 10 (1 unknown)  '))).toBe(true);
    expect(file.description).toMatchObject({
      offer: 'H100 rental',
      answers: { availability: { value: { answer: 'on-sale' } } },
    });
    expect(verdicts).toBe(4);
  });

  it('asks for summary and track again where the words speak for none, and ends on a declared outside', async () => {
    const head = { ...HEAD, summary: 'Cool stuff', track: null };
    const before = beginDescription({ head, entries: [] }, TODAY);
    const asked = await interview({ 'What does it sell': SUMMARY, 'Which track': 'compute:' }, { head, before });
    expect(asked.file.description).toMatchObject({ summary: SUMMARY, track: 'compute' });
    expect(asked.prompter.asked.filter(({ question }) => isCriterion(question)).length).toBe(10);
    const outside = await interview({ 'Which track': 'outside:' }, { head, before });
    expect(outside.file.text).toMatch(/^track: outside$/m);
    expect(outside.prompter.asked.some(({ question }) => isCriterion(question))).toBe(false);
  });

  it('ends at the verdict as soon as nothing open could change it, and offers to answer more', async () => {
    const { prompter, verdicts } = await interview(
      { [questionOf('availability')]: 'not-on-sale', 'Which document shows it?': 'none' },
      { before: begun },
    );
    expect(prompter.asked.filter(({ question }) => isCriterion(question)).length).toBe(1);
    expect(prompter.told.some((text) => text.startsWith('Settled as mismatch: supported 0'))).toBe(true);
    const next = prompter.asked.find(({ question }) => question === 'What next?');
    expect(next?.choices.map(({ label }) => label)).toContain('answer more (21 open)');
    expect(verdicts).toBe(1);
  });

  it('puts the scheme before a website, and suggests the last day of a month that the document states', async () => {
    const docs = await readMemo('Website: herongrid.app\n\nDate: May 2026\n\nHeron Grid rents out GPUs to AI labs.');
    const { file, prompter } = await interview({ 'Name of': 'Heron Grid' }, { head: NOTHING, docs });
    expect(prompter.refused).toEqual([]);
    expect(file.description).toMatchObject({ website: 'https://herongrid.app', as_of: '2026-05-31' });
    const typed = await interview({ 'Name of': 'Heron', website: 'heron.example.org/grid' }, { head: NOTHING });
    expect(typed.file.description.website).toBe('https://heron.example.org/grid');
  });

  it('asks for the words of a document that is cited without a passage', async () => {
    const docs = await readMemo('Buyers order it on the site and pay by card.');
    const { file, prompter } = await interview(
      {
        [questionOf('availability')]: 'on-sale:',
        'Which document shows it?': (_, choices) => choices.find(({ id }) => id.startsWith('@ '))?.id ?? '',
        'Which words of it': ['sold in every shop', 'Buyers order it on the site'],
      },
      { before: begun, docs },
    );
    expect(prompter.refused).toEqual(['These words are not in memo.md.']);
    expect(file.description.answers['availability']).toMatchObject({
      value: { sources: [{ quote: 'Buyers order it on the site' }] },
    });
  });
});

describe('a figure', () => {
  const FEE = 'USD fee on a 0.05 USD payment';

  it('is taken as a part of the payment that its unit names', () => {
    expect(readFigure('5%', FEE, figureSchema)).toEqual({ value: 0.0025 });
  });

  it('in another unit is refused with what to type', () => {
    expect(readFigure('5%', 'USD per hour', figureSchema, '1.2')).toEqual({
      refusal: 'Convert it first: the figure must be in USD per hour, not %. Write a number such as 1.2.',
    });
  });
});

describe('a document without a date', () => {
  const asked = 'What is its date?';
  const memo =
    'Heron Grid rents idle GPUs by the hour on a blockchain. Since March 2026 anybody can order. We plan more in 2029-01-01.';
  const cite = { [questionOf('availability')]: 'on-sale', 'Which document shows it?': 'memo.md' };

  it.each([
    ['March 2026', '2026-03'],
    ['not known', undefined],
  ])('is asked for it once, with the dates of its text: %s', async (choice, published) => {
    const docs = await readMemo(memo);
    const { file, prompter } = await interview({ [asked]: choice, ...cite }, { before: begun, docs });
    const dates = prompter.asked.filter(({ question }) => question.includes(asked));
    expect(dates.map(({ choices, preset }) => [choices.map(({ label }) => label.split(',')[0]), preset])).toEqual([
      [
        ['back', 'not known: what it says is then a claim without support', 'March 2026', '2026-06-29', 'another date'],
        '- undated',
      ],
    ]);
    expect(file.description.sources.map((source) => source.published ?? undefined)).toEqual([published]);
  });

  it('is not asked for it where it states one', async () => {
    const docs = await readMemo(`Date: 18 March 2026\n\n${memo}`);
    const { prompter } = await interview(cite, { before: begun, docs });
    expect(prompter.asked.some(({ question }) => question.includes(asked))).toBe(false);
  });
});

describe('the question for sources', () => {
  it('says which kinds support the level that was chosen', async () => {
    const { prompter } = await interview({ [questionOf('availability')]: 'established' }, { before: begun });
    expect(prompter.told.find((text) => text.startsWith('Level 4'))).toMatch(/^Level 4 is supported by: .*audit/);
  });
});
