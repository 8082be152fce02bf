import type { DocumentPlace } from '../../src/model/document.ts';
import type { Reading, ReadingJson } from '../../src/model/reading.ts';
import { reportFile } from './sample-report.ts';

const at = (line: number, section: string): DocumentPlace => ({ file: 'heron.md', line, sheet: null, section });

const SAMPLE: Reading = {
  documents: [{ file: 'heron.md', format: 'markdown', words: 1204, sheets: 0, isEnglish: true }],
  name: { text: 'Heron Cloud', place: at(1, 'Heron Cloud') },
  website: { text: 'https://heron.example', place: at(4, 'Heron Cloud') },
  asOf: { text: '18 November 2026', place: at(3, 'Heron Cloud'), day: '2026-11-18' },
  offer: {
    text: 'Heron Cloud rents idle H100 cards to AI teams by the hour, without a contract and without a minimum term.',
    place: at(9, 'Summary'),
  },
  classification: {
    status: 'decided',
    track: 'compute',
    model: 'sharing-economy',
    between: [],
    ranked: [
      { track: 'compute', share: 0.97 },
      { track: 'outside', share: 0.03 },
    ],
    margin: 0.94,
    words: [
      { text: 'rents', track: 'compute', weight: 2.1 },
      { text: 'H100', track: 'compute', weight: 1.9 },
      { text: 'cards', track: 'compute', weight: 0.7 },
    ],
  },
  dimensions: [
    {
      id: 'technical_edge',
      title: 'Technical edge',
      questions: [
        {
          criterion: 'cost',
          title: 'Price against the best alternative',
          question: 'What does a buyer pay?',
          share: 0.2,
          names: [],
          quotes: [
            {
              text: 'An H100 costs $1.49 an hour with us, against $3.93 on AWS.',
              place: at(31, 'Pricing'),
              whose: 'project',
            },
            { text: 'AWS p5 | $3.93', place: at(52, 'Competition'), whose: 'rival' },
          ],
        },
        { criterion: 'proof', title: 'Measured edge', question: 'Who measured it?', share: 0.1, quotes: [], names: [] },
      ],
    },
    {
      id: 'switching_cost',
      title: 'Ease of switching',
      questions: [
        {
          criterion: 'service_terms',
          title: 'Service terms',
          question: 'What is promised?',
          share: 0.05,
          names: [],
          quotes: [
            { text: 'Service credits are planned for the next quarter.', place: at(77, 'Roadmap'), whose: 'plan' },
          ],
        },
      ],
    },
    {
      id: 'demand_maturity',
      title: 'Demand maturity',
      questions: [
        { criterion: 'paid_use', title: 'Who pays', question: 'Who pays today?', share: 0.15, quotes: [], names: [] },
      ],
    },
  ],
  prices: [
    {
      criterion: 'cost',
      quote: { text: 'An H100 costs $1.49 an hour with us.', place: at(31, 'Pricing'), whose: 'project' },
      value: 1.49,
      unit: 'USD per H100-hour',
      party: null,
      alternative: null,
      registered: {
        id: 'vast-h100',
        name: 'Vast.ai H100',
        value: 2.4,
        unit: 'USD per H100-hour',
        asOf: '2026-11-09',
      },
      ratio: 1.61,
      needed: 5,
    },
    {
      criterion: 'cost',
      quote: { text: 'AWS p5 | $3.93', place: at(52, 'Competition'), whose: 'rival' },
      value: 3.93,
      unit: 'USD per H100-hour',
      party: 'AWS p5',
      alternative: 'aws-p5',
      registered: { id: 'aws-p5', name: 'AWS p5', value: 6.88, unit: 'USD per H100-hour', asOf: '2026-11-09' },
      ratio: null,
      needed: null,
    },
  ],
  contradictions: [
    {
      of: 'revenue a year',
      statements: [
        { text: 'Revenue is $456k a year.', place: at(40, 'Traction'), said: '$456k' },
        { text: 'We earn $520k a year.', place: at(88, 'Ask'), said: '$520k' },
      ],
    },
  ],
  unsaid: ['paid_use', 'proof'],
};

/** What an invented memo says, with some of it changed. */
export const sampleReading = (change: Partial<Reading> = {}): Reading => ({ ...SAMPLE, ...change });

export function readingFile(...readings: readonly Reading[]): ReadingJson {
  const { reports: _reports, problems: _problems, ...head } = reportFile();
  return { ...head, readings, problems: [] };
}
