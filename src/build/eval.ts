import * as fs from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { classify } from '../classify/classify.ts';
import { OUTSIDE } from '../classify/score-tracks.ts';
import {
  computeConfusionMatrix,
  computeReliability,
  computeShare,
  crossValidate,
  isAccepted,
  isCorrect,
  type Prediction,
  toPrediction,
} from '../classify/training/evaluation.ts';
import { openRubricFolder } from '../cli/node-host.ts';
import { readTrainingData } from '../input/rubric/load-rubric.ts';
import type { Rubric } from '../model/rubric.ts';
import { formatFinePercent } from '../report/wording/figures.ts';
import { alignColumns } from './align-columns.ts';
import { measureMemos } from './eval/memos.ts';
import { measureReadings } from './eval/readings.ts';
import { loadShippedRubric } from './load-shipped-rubric.ts';

const BINS = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

const formatShare = (share: number | null) => (share === null ? '-' : formatFinePercent(share));

/** What is measured on one set of texts, as lines; with `showErrors` the wrong answers by id. */
function renderMeasures(
  title: string,
  all: readonly Prediction[],
  labels: readonly string[],
  showErrors: boolean,
): readonly string[] {
  const wrong = all.filter((prediction) => !isCorrect(prediction));
  const confusion = computeConfusionMatrix(all, labels);
  return [
    `${title}: ${all.length} texts`,
    `right at the first answer ${formatShare(computeShare(all, isCorrect))}, accepted ${formatShare(computeShare(all, isAccepted))}, ` +
      `undecided ${formatShare(computeShare(all, ({ status }) => status === 'undecided'))}`,
    '',
    ...alignColumns(
      [['label \\ answer', ...labels], ...labels.map((label, i) => [label, ...(confusion[i] ?? []).map(String)])],
      'right',
    ),
    '',
    ...alignColumns(
      [
        ['share from', 'texts', 'mean share', 'right'],
        ...computeReliability(all, BINS).map((bin) => [
          formatShare(bin.from),
          String(bin.count),
          formatShare(bin.mean),
          formatShare(bin.right),
        ]),
      ],
      'right',
    ),
    ...(showErrors
      ? [
          '',
          ...wrong.map(
            (prediction) =>
              `${prediction.id}: ${prediction.label}, answered ${prediction.answer} ${formatShare(prediction.share)}` +
              `${isAccepted(prediction) ? ', which is accepted' : ''}`,
          ),
        ]
      : []),
  ];
}

// Measures the classifier: on its own sentences, each judged without the fold that it is in, and on a file of labelled
// entries that it has never learnt from.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDS = 5;

/** One line of the file: `none` stands for outside. */
const entry = z.object({
  id: z.string(),
  label: z.string(),
  also: z.string().nullish(),
  text: z.string(),
  pitch: z.string(),
});

const toLabel = (label: string) => (label === 'none' ? OUTSIDE : label);

function judgeEntries(
  entries: readonly z.infer<typeof entry>[],
  field: 'text' | 'pitch',
  rubric: Rubric,
): Prediction[] {
  return entries.map(({ id, label, also, [field]: text }) =>
    toPrediction(classify(text, rubric.classifier), { id, label: toLabel(label), also: also ? [toLabel(also)] : [] }),
  );
}

function measureClassifier(file: string, rubric: Rubric): void {
  const { tracks, classifier } = rubric;
  const { settings, examples } = readTrainingData(openRubricFolder(path.join(ROOT, 'rubrics')));
  const print = (title: string, predictions: readonly Prediction[], showErrors: boolean) =>
    process.stdout.write(`${renderMeasures(title, predictions, classifier.labels, showErrors).join('\n')}\n\n`);

  print(`own sentences, one fold of ${FOLDS} left out`, crossValidate(examples, tracks, settings, FOLDS), false);
  if (!fs.existsSync(file)) {
    process.stdout.write(`There is no file ${file}, so only the own sentences were measured.\n\n`);
    return;
  }
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const entries = lines.filter((line) => line.trim() !== '').map((line) => entry.parse(JSON.parse(line)));
  for (const field of ['text', 'pitch'] as const) {
    print(`${field} of ${path.basename(file)}`, judgeEntries(entries, field, rubric), true);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      documents: { type: 'string', default: path.join(ROOT, '../corpus') },
      errors: { type: 'boolean', default: false },
      memos: { type: 'string' },
    },
    allowPositionals: true,
  });
  const loaded = loadShippedRubric();
  if (!loaded.ok) throw new Error('the rubric set has problems; run `npm run build` to see them');
  if (values.memos !== undefined) {
    process.stdout.write(`${measureMemos(values.memos, loaded.value).join('\n')}\n`);
    return;
  }
  measureClassifier(positionals[0] ?? path.join(ROOT, '../shared/tracks-dev.jsonl'), loaded.value);
  const fixtures = path.join(ROOT, 'test/fixtures/readings');
  const { lines, openings } = await measureReadings(values.documents, fixtures, loaded.value, values.errors);
  if (openings.length > 0) {
    const measures = renderMeasures('openings of documents', openings, loaded.value.classifier.labels, values.errors);
    process.stdout.write(`${measures.join('\n')}\n\n`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

await main();
