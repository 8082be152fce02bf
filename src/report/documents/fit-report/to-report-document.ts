import { getReportRule } from '../../../check/rules/report-rules.ts';
import { formatPlace } from '../../../model/diagnostic.ts';
import { mapBounds } from '../../../model/level.ts';
import type {
  Certainty,
  DiagnosisReport,
  Finding,
  GateReport,
  Report,
  ReportHead,
  ReportJson,
} from '../../../model/report.ts';
import type { Band, Rubric } from '../../../model/rubric.ts';
import { NOT_RATEABLE } from '../../../model/verdict.ts';
import {
  aside,
  type Block,
  type Document,
  facts,
  items,
  list,
  namedInterval,
  paragraph,
  section,
  strong,
  type Text,
  table,
  underHeading,
} from '../../document.ts';
import { describeCertainty, listCertaintyFacts } from '../../wording/certainty.ts';
import { formatPercent, formatPoints } from '../../wording/figures.ts';
import { describeFinding } from '../../wording/finding-wording.ts';
import { describeGateEffects, describeGateStatus } from '../../wording/gate-sentences.ts';
import {
  describeBindingGates,
  describeNextChange,
  describePrice,
  describeQuotes,
  describeWeakest,
  listCapsAhead,
  listHindrances,
} from '../../wording/overview.ts';
import { describeReportOverrides } from '../../wording/provenance.ts';
import { rateVerdict } from '../../wording/rate-verdict.ts';
import {
  describeCoverage,
  describeDecidingWord,
  describeHeardTrack,
  describeRubric,
  describeShares,
  describeTrack,
  OTHER_TRACK_REASONS,
  placeIn,
  selectStrongestWords,
} from '../../wording/sentences.ts';
import { toWords } from '../../wording/to-words.ts';
import { describePointsAtStake, toAskSections } from '../call-sheet.ts';
import { toBreakEvenSection } from './break-even-section.ts';
import { describeDimension } from './criterion-entries.ts';

/** The gates and the questions that a reader sees first. */
const MAX_FIRST_GATES = 3;
const MAX_FIRST_QUESTIONS = 3;

/** What charts and colours take from a rubric. */
export interface Scales {
  /** Lowest first. */
  readonly bands: readonly Band[];
  /** The multiples that the break-even asks for at ease 0 to 4. */
  readonly steps: readonly number[];
}

export function readScales(rubric: Rubric | null): Scales {
  const gate = rubric?.gates.find((entry) => entry.kind === 'break-even' && entry.against === 'best');
  const bands = [...(rubric?.bands ?? [])].sort((a, b) => a.from - b.from);
  return { bands, steps: gate?.kind === 'break-even' ? gate.steps : [] };
}

/** The sections of `--explain-verdict`, whose code a report without them does not load. */
export type ExplanationSections = typeof import('./explanation.ts');

/** What explains the verdict: the gates that cap it, where most points are missing, the price in words, and the caps to come. */
function toReasonsSection(report: Report): readonly Block[] {
  if (report.fit === null) return [];
  const hindrances = listHindrances(report).slice(0, MAX_FIRST_GATES);
  const [weakest, price] = [describeWeakest(report), describePrice(report)];
  return section(
    'why',
    'Why',
    items(hindrances.map(({ status, title, says }) => ({ status, text: [strong(title), `: ${says}`] }))),
    weakest === null ? [] : paragraph(strong('Weakest'), `: ${weakest}.`),
    price === null ? [] : paragraph(`${price.sentence}.`),
    ...listCapsAhead(report).map(({ cap, gates }) =>
      paragraph(aside(`Would cap it at ${formatPoints(cap)}: ${gates.map(({ title }) => title).join(', ')}.`)),
    ),
  );
}

/** The questions whose answers settle most; of a settled verdict, that there is none. */
function toFirstQuestionsSection(report: Report): readonly Block[] {
  const { questions, basis, fit } = report;
  if (fit === null) return [];
  const first = questions.filter(({ pointsBeforeGates }) => pointsBeforeGates > 0).slice(0, MAX_FIRST_QUESTIONS);
  return section(
    'first',
    'Ask first',
    basis === 'settled' || first.length === 0
      ? paragraph('No answer that is still open can change the verdict.')
      : items(
          first.map((question) => ({
            criterion: question.criterion,
            label: question.effort,
            text: [strong(question.title)],
            below: paragraph(aside(`${question.question} ${describePointsAtStake(question)}.`)),
          })),
        ),
  );
}

function toNextDateSection(report: Report): readonly Block[] {
  if (report.fit === null || report.explanation === null || report.basis === NOT_RATEABLE) return [];
  const next = describeNextChange(report);
  return section('next', 'Next date', paragraph(`${next ?? 'No future date changes the verdict by itself'}.`));
}

function toVerdictSection(report: Report, { bands }: Scales): readonly Block[] {
  const { fit, basis, verdict, verdictTitle, sentence, verdictAtPossible, certainty, diagnosis } = report;
  const { website } = report.project;
  return section(
    'verdict',
    'Verdict',
    [
      {
        kind: 'headline',
        title: verdictTitle,
        emphasis: rateVerdict(
          verdict,
          bands.map(({ id }) => id),
        ),
        values: fit,
        bands,
        text:
          verdictAtPossible === null || basis === 'settled'
            ? [sentence]
            : [sentence, ' At best: ', strong(toWords(verdictAtPossible)), '.'],
      },
    ],
    toReasonsSection(report),
    toFirstQuestionsSection(report),
    toNextDateSection(report),
    facts([
      fit === null ? null : ['of 100 points', [describeShares(fit.shares)]],
      ['track', [describeTrack(report)]],
      report.coverage === null ? null : ['coverage', [describeCoverage(report)]],
      report.quotes === null ? null : ['quotes', [describeQuotes(report.quotes)]],
      certainty === null ? null : ['how sure', [describeCertainty(certainty, verdict)]],
      diagnosis === null ? null : ['diagnosis', [strong(diagnosis.title), `; route: ${diagnosis.route}`]],
      diagnosis === null ? null : ['watch', [diagnosis.trigger]],
      ['as of', [report.asOf]],
      website === null ? null : ['website', [{ says: website, url: website }]],
    ]),
  );
}

function toProfileSection({ dimensions }: Report): readonly Block[] {
  if (dimensions.length === 0) return [];
  const bars = dimensions.map((dimension) => ({
    title: dimension.title,
    values: mapBounds((bound) => dimension[bound]),
    beside: `weight ${formatPoints(dimension.weight)}`,
    reason: dimension.reason,
  }));
  return section('profile', 'Profile of the dimensions', [{ kind: 'bars', bars }]);
}

function describeEffects(gate: GateReport): readonly Block[] {
  const effects = describeGateEffects(gate);
  return effects === null ? [] : paragraph(aside(effects));
}

function toGatesSection({ gates }: Report): readonly Block[] {
  return section(
    'gates',
    'Gates',
    items(
      gates.map((gate) => ({
        status: gate.status,
        text: [strong(gate.title), `: ${describeGateStatus(gate)}`],
        below: [...paragraph(gate.says), ...describeEffects(gate)],
      })),
    ),
  );
}

/** Where no verdict can be given, the index still has bands. */
const BANDS_ONLY =
  'There is no verdict, as too few answers have a source. The bands here and below are those of the index alone.';

export function toCertaintySection({ certainty, verdict }: Report): readonly Block[] {
  if (certainty === null) return [];
  return section(
    'sure',
    'How sure is the verdict?',
    paragraph(describeSureness(certainty, verdict)),
    items(listCertaintyFacts(certainty).map(({ label, says }) => ({ label, text: [says] }))),
  );
}

function describeSureness({ certain, above, below }: Certainty, verdict: string | null): string {
  if (verdict === NOT_RATEABLE) return BANDS_ONLY;
  if (certain) return 'It is certain: no admissible reading of the rubric and no open answer changes it.';
  return [
    above
      ? 'No open answer raises it under any admissible reading of the rubric.'
      : 'An open answer can still raise it.',
    below
      ? 'Neither another admissible reading of the rubric nor the loss of a single source lowers it.'
      : 'Another admissible reading of the rubric can lower it, and so can the loss of a single source.',
  ].join(' ');
}

function describeDiagnosis({ title, means, route, advice, trigger }: DiagnosisReport) {
  return {
    text: [strong(title), `: ${means}`],
    below: facts([
      ['route', [`${route}. ${advice}`]],
      ['watch', [trigger]],
    ]),
  };
}

function toDiagnosisSection({ diagnosis, otherCauses, otherTracks }: Report): readonly Block[] {
  return section(
    'cause',
    'Diagnosis',
    diagnosis === null ? [] : items([describeDiagnosis(diagnosis)]),
    underHeading('What else holds it back', items(otherCauses.map(describeDiagnosis))),
    underHeading(
      'Under another track',
      items(
        otherTracks.map((other) => ({
          text: [
            strong(other.track),
            `: ${toWords(other.verdict)}, `,
            namedInterval(other),
            `; ${OTHER_TRACK_REASONS[other.because]}`,
          ],
        })),
      ),
    ),
  );
}

/** The findings of each rule, in the report's order. */
function groupFindings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.id, [...(groups.get(finding.id) ?? []), finding]);
  return [...groups.values()];
}

/** Findings of one rule: what and where each is, then once why it matters and what to do. */
function describeFindings(report: Report, group: readonly Finding[]) {
  const parts = report.dimensions.flatMap(({ criteria, ...dimension }) => [dimension, ...criteria]);
  const titles = new Map(parts.map(({ id, title }) => [id, title]));
  return group.map((finding, at) => {
    const { what, why, fix } = describeFinding(finding, getReportRule(finding.id), titles);
    return {
      text: [strong(what), ...placeIn(report, finding.at)],
      below:
        at < group.length - 1
          ? []
          : facts([
              ['why', [why]],
              ['fix', [fix]],
              ['id', [aside(finding.id)]],
            ]),
    };
  });
}

function toFindingsSection(report: Report): readonly Block[] {
  const groups = groupFindings(report.findings);
  return section('findings', 'Findings', items(groups.flatMap((group) => describeFindings(report, group))));
}

function toCriteriaSection(report: Report): readonly Block[] {
  if (report.dimensions.length === 0) return [];
  return section(
    'criteria',
    'All criteria with their evidence',
    paragraph('Levels run from 0 to 4.'),
    report.dimensions.flatMap((dimension) => describeDimension(report, dimension)),
  );
}

function toTrackSection({ classification }: Report): readonly Block[] {
  if (classification.status === 'skipped') return [];
  if (classification.ranked.length === 0)
    return section(
      'track',
      'Track according to the summary',
      paragraph(`The summary ${describeHeardTrack(classification)}.`),
    );
  const words = selectStrongestWords(classification).map(describeDecidingWord);
  return section(
    'track',
    'Track according to the summary',
    facts([
      ['status', [classification.status]],
      ['ranking', [classification.ranked.map(({ track, share }) => `${track} ${formatPercent(share)}`).join(', ')]],
      ['words', [words.join(', ')]],
    ]),
  );
}

function toScopeSection(report: Report, head: ReportHead): readonly Block[] {
  const { file: name } = report.project;
  const described = name === null ? '' : ` Description ${name}.`;
  return section(
    'scope',
    'Scope',
    paragraph(report.scope),
    paragraph(aside(`${describeRubric(report, head)}.${described}`)),
  );
}

/** That the reader's judgement replaces the rubric's. */
function toOverridesNote(reports: readonly Report[], head: ReportHead): readonly Block[] {
  const own = describeReportOverrides(reports, head);
  return own === null ? [] : [{ kind: 'note', text: [`Custom settings: ${own}.`] }];
}

/** The sections below verdict and profile. @param sections null leaves out what `--explain-verdict` adds. */
export function toDetailSections(
  report: Report,
  head: ReportHead,
  sections: ExplanationSections | null,
  scales: Scales = readScales(null),
): readonly Block[] {
  return [
    ...toBreakEvenSection(report, scales.steps),
    ...toGatesSection(report),
    ...toCertaintySection(report),
    ...toDiagnosisSection(report),
    ...toAskSections(report),
    ...(sections === null ? [] : sections.toCalendarSection(report)),
    ...(sections === null ? [] : sections.toChangesSection(report)),
    ...toFindingsSection(report),
    ...toCriteriaSection(report),
    ...toTrackSection(report),
    ...toScopeSection(report, head),
  ];
}

/** The fit report on one description. @param sections as for `toDetailSections`. */
export function toReportDocument(
  report: Report,
  head: ReportHead,
  sections: ExplanationSections | null,
  scales: Scales = readScales(null),
): Document {
  const { name, offer } = report.project;
  return {
    title: [name],
    subtitle: offer === null ? null : [offer],
    blocks: [
      ...toOverridesNote([report], head),
      ...toVerdictSection(report, scales),
      ...toProfileSection(report),
      ...toDetailSections(report, head, sections, scales),
    ],
  };
}

/** The start of the id of everything in one of several reports. */
export function createIdPrefix(at: number): string {
  return `p${at + 1}-`;
}

/** The reports as rows, in the order given: what is shown of each, what it could be, what holds it and what to ask first. */
export function toReportsTable(reports: readonly Report[], bands: readonly string[] = []): readonly Block[] {
  const rows = reports.map((report, at): readonly Text[] => {
    const { verdict, verdictTitle, fit, basis, gates, questions, project } = report;
    return [
      [{ says: project.name, anchor: `${createIdPrefix(at)}project` }],
      [{ emphasis: rateVerdict(verdict, bands), text: verdictTitle }],
      [fit === null ? '-' : formatPoints(fit.supported)],
      [fit === null ? '-' : formatPoints(fit.possible)],
      [describeBindingGates(gates)],
      [(basis === 'settled' ? null : questions[0]?.title) ?? '-'],
    ];
  });
  return table(['Project', 'Verdict', 'Shown>', 'At best>', 'Capped by', 'Ask first'], rows);
}

/** What several reports begin with: a table of them in the order given. */
export function toReportsDocument(
  reports: readonly Report[],
  head: ReportHead,
  bands: readonly string[] = [],
): Document {
  return {
    title: ['Demand fit'],
    subtitle: null,
    blocks: [...toOverridesNote(reports, head), ...toReportsTable(reports, bands)],
  };
}

/** The files that could not be scored. */
export function toProblemsSection({ problems }: Pick<ReportJson, 'problems'>): readonly Block[] {
  return section(
    'problems',
    'Not scored',
    list(
      problems.map(({ file, at, code, what, fix }) => [strong(formatPlace(file, at)), `: ${what} ${fix} (${code})`]),
    ),
  );
}
