import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { beginDescription, type HeadValues } from '../../src/init/begin-description.ts';
import type { DocumentCase } from '../../src/init/document-case.ts';
import { runInterview } from '../../src/init/interview.ts';
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

const begun = beginDescription({ head: HEAD, entries: [] }, TODAY, false);
const questionOf = (id: string) => rubric.criteria.find((criterion) => criterion.id === id)?.question ?? '';
const isCriterion = (question: string) => rubric.criteria.some((criterion) => criterion.question === question);

describe('an interview', () => {
  it('asks ten questions, those of the gates first, and ends on the verdict', async () => {
    const { file, prompter, isEnded, verdicts } = await interview({}, { before: begun });
    const asked = prompter.asked.map(({ question }) => question).filter(isCriterion);
    expect(asked.slice(0, 6)).toEqual(
      ['availability', 'cost', 'paid_use', 'revenue', 'continuity', 'customers'].map(questionOf),
    );
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
        [questionOf('cost')]: ['back', ENTER],
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
});
