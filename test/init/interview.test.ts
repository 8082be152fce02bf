import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { runInterview } from '../../src/init/interview.ts';
import { type PromptChoice, type Prompter, StoppedError } from '../../src/init/prompter.ts';
import { readMemoHints } from '../../src/init/read-memo-hints.ts';
import { describeText, rubric } from '../input/description/read.ts';

const NOTHING = { name: null, summary: null, asOf: null, offer: null, website: null, track: null, entries: [] };
const SUMMARY = 'Rents out idle GPUs by the hour to AI labs, over a network of independent providers.';
const HEAD = {
  ...NOTHING,
  name: 'Acme',
  summary: SUMMARY,
  asOf: '2026-06-29',
  offer: 'H100',
  website: 'https://acme.org',
};

type Pick = (question: string, choices: readonly PromptChoice[]) => string;

/** Answers by a rule, and keeps what was asked and told. */
class Scripted implements Prompter {
  readonly asked: { readonly question: string; readonly choices: readonly string[] }[] = [];
  readonly told: string[] = [];
  readonly pick: Pick;
  readonly text: (question: string) => string;

  constructor(pick: Pick, text: (question: string) => string = () => 'Some text') {
    this.pick = pick;
    this.text = text;
  }

  async choose(question: string, choices: readonly PromptChoice[]): Promise<string> {
    this.asked.push({ question, choices: choices.map(({ id }) => id) });
    const picked = this.pick(question, choices);
    if (picked === '') throw new StoppedError();
    return picked;
  }

  async write(question: string, { refuse }: { refuse: (text: string) => string | null }): Promise<string> {
    const candidates = [this.text(question), 'https://example.org/a', '2026-06', '2026-06-29', '12'];
    const taken = candidates.find((text) => refuse(text) === null);
    if (taken === undefined) throw new Error(`nothing fits ${question}`);
    return taken;
  }

  tell(text: string): void {
    this.told.push(text);
  }
}

const settingFor = (prompter: Prompter) => ({
  rubric,
  prompter,
  memo: null,
  today: '2026-06-29',
  file: 'project.yaml',
  read: async (text: string) => describeText(text),
});

const ids = (choices: readonly PromptChoice[]) => choices.map(({ id }) => id);
const isCriterion = (question: string) =>
  rubric.criteria.some((criterion) => question === `${criterion.title}. ${criterion.question}`);

describe('an interview', () => {
  it('walks the criteria of the track by weight, each with unknown among its choices', async () => {
    const prompter = new Scripted((question, choices) =>
      isCriterion(question) ? 'unknown' : (ids(choices).find((id) => id === 'compute') ?? ''),
    );
    const { text, isStopped } = await runInterview(null, HEAD, settingFor(prompter));
    expect(isStopped).toBe(false);
    const walked = prompter.asked.filter(({ question }) => isCriterion(question));
    expect(walked.every(({ choices }) => choices.includes('unknown') && choices.includes('stop'))).toBe(true);
    const report = assess(describeText(text ?? ''), rubric);
    const shares = walked.map(({ question }) => {
      const criterion = rubric.criteria.find(({ title }) => question.startsWith(`${title}. `));
      const entry = report.dimensions.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion?.id);
      return entry !== undefined && 'share' in entry ? entry.share : -1;
    });
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    const left = report.dimensions.flatMap(({ criteria }) => criteria).filter(({ status }) => status === 'unknown');
    expect(left.every((entry) => entry.status === 'unknown' && entry.stated)).toBe(true);
    expect(left[0]).toMatchObject({ searched: '2026-06-29', where: ['Some text'] });
  });

  it('tells the track that it hears, the words that decided, and the verdict after each answer', async () => {
    const prompter = new Scripted((question, choices) => (isCriterion(question) ? 'unknown' : (ids(choices)[0] ?? '')));
    await runInterview(null, HEAD, settingFor(prompter));
    expect(prompter.told[0]).toMatch(/^The summary reads as compute .*"GPUs"/);
    const verdicts = prompter.told.filter((text) => text.startsWith('So far '));
    expect(verdicts.length).toBe(prompter.asked.filter(({ question }) => isCriterion(question)).length);
    expect(verdicts[0]).toMatch(/supported 0 ≤ claimed 0 ≤ possible \d+; 0 of \d+ answered/);
  });

  it('asks for a source once, and offers it by its id from then on', async () => {
    const prompter = new Scripted((question, choices) => {
      if (question === 'Which document shows it?') return ids(choices).find((id) => id.startsWith('=')) ?? 'new source';
      if (question === 'Does it have a date?') return 'published';
      return ids(choices).includes('own-claim')
        ? 'own-claim'
        : ids(choices).includes('compute')
          ? 'compute'
          : (ids(choices)[0] ?? '');
    });
    const { text } = await runInterview(null, HEAD, settingFor(prompter));
    const { sources, answers } = describeText(text ?? '');
    expect(sources.map(({ id }) => id)).toEqual(['some-text']);
    const cited = Object.values(answers).filter((answer) => JSON.stringify(answer).includes('"some-text"'));
    expect(cited.length).toBeGreaterThan(10);
  });

  it.each([
    'published',
    'accessed',
  ] as const)('takes no source that is %s after the day of the description', async (dated) => {
    const pick: Pick = (question, choices) => {
      if (question === 'Which document shows it?') return 'new source';
      if (question === 'Does it have a date?') return dated;
      if (!isCriterion(question)) return ids(choices)[0] ?? '';
      return ids(choices).includes('own-claim') ? 'own-claim' : 'unknown';
    };
    const later = (question: string) => (question === 'Which one?' ? '2026-Q3' : 'Some text');
    const { text } = await runInterview(null, HEAD, settingFor(new Scripted(pick, later)));
    expect(new Set(describeText(text ?? '').sources.map((source) => source[dated]))).toEqual(new Set(['2026-06']));
  });

  it.each([
    ['price-list', ['published', 'accessed', 'none']],
    ['press', ['published', 'none']],
  ])('tells how far a kind of document carries, and takes the day of reading of a live one only: %s', async (kind, dates) => {
    const labels: string[] = [];
    const pick: Pick = (question, choices) => {
      if (question === 'Which document shows it?') return 'new source';
      if (question === 'What kind of document is it?') {
        labels.push(...choices.map(({ label }) => label));
        return kind;
      }
      if (question === 'Does it have a date?') expect(ids(choices)).toEqual(dates);
      if (!isCriterion(question)) return ids(choices)[0] ?? '';
      return ids(choices).includes('own-claim') ? 'own-claim' : 'unknown';
    };
    const prompter = new Scripted(pick);
    await runInterview(null, HEAD, settingFor(prompter));
    expect(prompter.asked.some(({ question }) => question === 'Does it have a date?')).toBe(true);
    expect(labels).toContainEqual(expect.stringMatching(/^price-list, up to level 3: /));
    expect(labels).toContainEqual(expect.stringMatching(/^statement, up to level 1: /));
  });

  it('ends with a description wherever they stop, and goes on with it where it left', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(1000)), fc.nat(60), async (numbers, least) => {
        let left = least;
        const pick: Pick = (question, choices) => {
          left -= 1;
          if (left < 0) return '';
          const offered = isCriterion(question) ? ids(choices).filter((id) => id !== 'stop') : ids(choices);
          return offered[(numbers.next().value ?? 0) % offered.length] ?? '';
        };
        const first = new Scripted(pick);
        const { text } = await runInterview(null, NOTHING, settingFor(first));
        expect(text).not.toBeNull();
        const before = describeText(text ?? '');
        left = 10_000;
        const second = new Scripted((question, choices) =>
          isCriterion(question) ? 'unknown' : pick(question, choices),
        );
        const { text: whole } = await runInterview(text, NOTHING, settingFor(second));
        const after = describeText(whole ?? '');
        expect(after.answers).toMatchObject(before.answers);
        expect([after.name, after.summary, after.track]).toEqual([before.name, before.summary, before.track]);
        const asked = second.asked.map(({ question }) => question);
        for (const id of Object.keys(before.answers)) {
          const criterion = rubric.criteria.find((entry) => entry.id === id);
          expect(asked).not.toContain(`${criterion?.title}. ${criterion?.question}`);
        }
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it('writes nothing where they stop before a name and a summary', async () => {
    const prompter: Prompter = {
      choose: async () => '',
      write: async () => {
        throw new StoppedError();
      },
      tell: () => undefined,
    };
    expect(await runInterview(null, NOTHING, settingFor(prompter))).toEqual({ text: null, isStopped: true });
  });

  it('offers what a memo says as an answer to confirm, with its line', async () => {
    const memo = readMemoHints(`# Acme\n\n${SUMMARY}\n\nRevenue runs at $4.8M a year.\n`, 'memo.md', null, rubric);
    const prompter = new Scripted((question, choices) => {
      if (question === 'Which document shows it?') return 'no source';
      if (isCriterion(question)) return ids(choices).find((id) => id.startsWith('as the memo says')) ?? 'skip';
      return ids(choices)[0] ?? '';
    });
    const { text } = await runInterview(null, HEAD, { ...settingFor(prompter), memo });
    expect(prompter.told).toContain('memo.md:5 says: Revenue runs at $4.8M a year.');
    expect(Object.keys(describeText(text ?? '').answers)).toEqual(['revenue']);
  });
});
