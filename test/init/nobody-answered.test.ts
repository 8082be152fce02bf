import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import { beginDescription, type HeadValues, renderTemplate } from '../../src/init/begin-description.ts';
import { createDocumentCase, type DocumentCase } from '../../src/init/document-case.ts';
import { runInterview } from '../../src/init/interview.ts';
import { convertDocument } from '../../src/input/documents/convert-document.ts';
import { describeText, rubric } from '../input/description/read.ts';
import { MemoryFile } from './memory-file.ts';
import { CTRL_C, ENTER, ScriptedPrompter } from './scripted-prompter.ts';

const TODAY = '2026-06-29';
const HEAD: HeadValues = { name: null, summary: null, as_of: null, offer: null, website: null, track: null };

/** Sentences that say something on nearly every question. */
const SENTENCES = [
  'Heron Grid rents out GPUs of many owners by the hour to AI labs, with payment on a blockchain.',
  'An H100 costs $1.49 an hour with us, against $3.93 on AWS.',
  'Revenue runs at $4.1M a year, and 45% of revenue is subsidised.',
  'Customers include Northfield Hospital and Orrin Bank, which has paid since June.',
  'The service helps buyers to meet Article 12 of the EU AI Act.',
  'If a node drops, the job is restarted from the latest checkpoint.',
  'There are no SLA credits yet; SOC 2 Type II is planned.',
  'It is on sale, and buyers pay in USDC or by card.',
  '| | Price H100/h |\n|---|---|\n| Heron | $1.49 |\n| AWS | $3.93 |',
  '## Traction',
];

const document = fc.array(fc.oneof(fc.constantFrom(...SENTENCES), fc.lorem({ maxCount: 8 })), { maxLength: 12 });

async function toCase(paragraphs: readonly string[]): Promise<DocumentCase> {
  const text = `# Heron Grid\n\n${paragraphs.join('\n\n')}\n`;
  const read = await convertDocument(new TextEncoder().encode(text), 'memo.md', 'npm install');
  if (!read.ok) throw new Error('the document was not read');
  return createDocumentCase([{ document: read.value, file: 'memo.md' }], rubric);
}

describe('an answer that nobody gave', () => {
  it('is in no template', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (paragraphs) => {
        const text = renderTemplate({ head: HEAD, entries: [] }, await toCase(paragraphs), 'memo.yaml', TODAY, rubric);
        const { answers, track } = describeText(text);
        expect([answers, track]).toEqual([{}, null]);
      }),
      { numRuns: 15, seed: 1 },
    );
  });

  it('is in no template that is scored, which says so and is not outside', () => {
    const report = assess(
      describeText(renderTemplate({ head: HEAD, entries: [] }, null, 'a.yaml', TODAY, rubric)),
      rubric,
    );
    expect([report.verdictTitle, report.fit]).toEqual(['Not classified', null]);
    expect(report.sentence).toMatch(/^No question is answered yet\./);
    const named = { ...HEAD, summary: SENTENCES[0] ?? '' };
    const begun = assess(
      describeText(renderTemplate({ head: named, entries: [] }, null, 'a.yaml', TODAY, rubric)),
      rubric,
    );
    expect([begun.verdictTitle, begun.diagnosis]).toEqual(['Not rateable', null]);
    expect(begun.sentence).toMatch(/^No question is answered yet; 100 of 100 points are open\./);
    // Whoever searched and found nothing has answered.
    const text = renderTemplate({ head: named, entries: [] }, null, 'a.yaml', TODAY, rubric);
    const search = `technical_edge:\n  availability: { unknown: { searched: ${TODAY}, where: [the project's site] } }\n`;
    expect(assess(describeText(`${text}\n${search}`), rubric).sentence).toMatch(/^Too little is known/);
  });

  it('is in no description that was asked for with Enter, "not now", "unknown" and "back" alone', async () => {
    const keys = fc.array(fc.constantFrom(ENTER, ENTER, 'not now', 'unknown', 'back', CTRL_C), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(document, keys, fc.boolean(), async (paragraphs, typed, isBegun) => {
        const left = [...typed];
        const head = { ...HEAD, name: 'Heron Grid', summary: SENTENCES[0] ?? '', track: 'compute' };
        const file = new MemoryFile(isBegun ? beginDescription({ head, entries: [] }, TODAY) : null);
        const prompter = new ScriptedPrompter({
          '': (_, choices) => {
            const key = left.shift() ?? ENTER;
            if (key === CTRL_C || choices.length === 0) return key === 'back' ? '<' : key === CTRL_C ? key : ENTER;
            return choices.some(({ label }) => label.startsWith(key)) ? key : ENTER;
          },
        });
        await runInterview(isBegun ? head : HEAD, {
          rubric,
          prompter,
          docs: await toCase(paragraphs),
          today: TODAY,
          file,
          isQuick: false,
          show: async () => {},
        });
        if (file.text === null) return;
        const { answers, track } = file.description;
        expect(Object.values(answers).filter(({ status }) => status === 'answered')).toEqual([]);
        expect(track).toBe(isBegun ? 'compute' : null);
      }),
      { numRuns: 25, seed: 1 },
    );
  });
});
