import type { Classification, ClassifiedProject } from '../../model/classification.ts';
import type { RenderOptions } from '../format.ts';
import { formatPercent } from '../wording/figures.ts';
import { describeDecidingWord, selectStrongestWords } from '../wording/sentences.ts';
import { oneLine, wrap } from '../writers/terminal/flow.ts';
import { labelled, pageFor, type TerminalScreen } from '../writers/terminal/screen.ts';

function answerOf({ classification: { status, track, model, between, close } }: ClassifiedProject): string {
  const near = close === null ? '' : `, close to ${close}`;
  switch (status) {
    case 'outside':
    case 'skipped':
      return `outside${near}`;
    case 'undecided':
      return `undecided between ${between.join(' and ')}`;
    case 'decided':
      return `${track}${model === null ? '' : `, ${model}`}${near}`;
  }
}

/** How sure it is, as in a report: `share 84%, margin 70%`. */
function sureOf({ ranked, margin }: Classification): string {
  return `share ${formatPercent(ranked[0]?.share ?? 0)}, margin ${formatPercent(margin)}`;
}

function projectLines(project: ClassifiedProject, page: TerminalScreen): readonly string[] {
  const { ranked } = project.classification;
  const agrees = project.declared === project.classification.track;
  const declared =
    project.declared === null ? 'nothing' : `${project.declared}${agrees ? '' : ', which the words do not bear out'}`;
  const spoken = selectStrongestWords(project.classification).map(describeDecidingWord).join(', ');
  const { bold } = page.paint;
  return [
    ...wrap([{ text: project.name, style: bold }, '  ', project.file], page.width),
    ...labelled('track', [{ text: answerOf(project), style: bold }, `: ${sureOf(project.classification)}`], page),
    ...labelled('declared', [declared], page),
    ...labelled('ranking', [ranked.map(({ track, share }) => `${track} ${formatPercent(share)}`).join(', ')], page),
    ...labelled('words', [spoken === '' ? 'none that the rubric knows' : spoken], page),
  ];
}

/** Each project's track, how sure it is and the words that decided; one line each with `quiet`. */
export function renderClassified(projects: readonly ClassifiedProject[], options: RenderOptions): string {
  const page = pageFor(options);
  const blocks = projects.map((project) =>
    options.quiet
      ? [`${project.classification.track ?? 'outside'} ${sureOf(project.classification)} ${oneLine(project.name)}`]
      : projectLines(project, page),
  );
  const lines = blocks.flatMap((block, index) => (index === 0 || options.quiet ? block : ['', ...block]));
  return lines.map((line) => `${line}\n`).join('');
}
