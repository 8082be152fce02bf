import { compareDescriptions } from '../../../../src/analysis/compare/compare-descriptions.ts';
import type { ComparisonJson } from '../../../../src/model/comparison.ts';
import { type Description, UNKNOWN_ANSWER } from '../../../../src/model/description.ts';
import { scoreDescription } from '../../../../src/score/score-description.ts';
import { AS_OF } from '../../../analysis/sensitivity/small-rubric.ts';
import { example } from '../../../support/describe.ts';
import { shippedRubric } from '../../../support/rubric.ts';
import { infect } from '../../hostile-report.ts';
import { reportFile } from '../../sample-report.ts';

const rubric = shippedRubric();

/** Projects of several tracks, two descriptions of one, a reference, one outside and one whose track is undecided. */
function descriptions(): readonly Description[] {
  const [x402, grass, filecoin, akash] = ['x402', 'grass', 'filecoin', 'akash'].map((name) =>
    example(`${name}.yaml`, rubric),
  );
  if (x402 === undefined || grass === undefined || filecoin === undefined || akash === undefined) return [];
  const reference = example('references/object-storage.yaml', rubric);
  const outside = {
    ...akash,
    name: 'Bakery',
    offer: null,
    track: null,
    summary: 'A bakery that sells bread in the town.',
  };
  const weaker = {
    ...grass,
    file: 'investor.yaml',
    answers: { ...grass.answers, proof: UNKNOWN_ANSWER },
  };
  return [x402, grass, weaker, filecoin, akash, reference, outside];
}

let sample: ComparisonJson | null = null;

/** A comparison of them, as the program makes it. */
export function sampleComparison(): ComparisonJson {
  sample ??= compareSamples();
  return sample;
}

function compareSamples(): ComparisonJson {
  const compared = descriptions().map((description) => ({
    description,
    scores: scoreDescription(description, rubric, { asOf: AS_OF }),
  }));
  const { reports: _reports, ...head } = reportFile();
  return { ...head, comparison: compareDescriptions(compared, rubric, { asOf: AS_OF }) };
}

/** Words of the comparison's own vocabulary, which no description can set. */
const FIXED: ReadonlySet<string> = new Set(['id', 'status', 'kind', 'asOf', 'verdict', 'verdictAtPossible']);

/** The sample with `text` in place of every text that a user or a rubric can set. */
export function hostileComparison(text: string): ComparisonJson {
  const tame = sampleComparison();
  const problem = {
    code: text,
    file: text,
    at: null,
    what: text,
    why: text,
    fix: text,
    suggestion: text,
    related: null,
  };
  const comparison = infect(tame.comparison, text, FIXED) as ComparisonJson['comparison'];
  return { ...tame, comparison, problems: [problem] };
}
