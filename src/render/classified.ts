import type { Classification } from '../model/report.ts';
import { contribution, percent } from './figures.ts';
import type { RenderOptions } from './format.ts';
import { strongestWords } from './sentences.ts';
import { oneLine, wrap } from './text/flow.ts';
import { labelled, type Page, pageFor } from './text/page.ts';

/** One project's classification, as `demandfit classify` prints it. */
export interface ClassifiedProject {
  readonly name: string;
  readonly file: string;
  /** The track that the author declared. */
  readonly declared: string | null;
  readonly classification: Classification;
}

function answerOf({ classification: { status, track, model, between } }: ClassifiedProject): string {
  switch (status) {
    case 'outside':
    case 'skipped':
      return 'outside';
    case 'undecided':
      return `undecided between ${between.join(' and ')}`;
    case 'decided':
      return model === null ? `${track}` : `${track}, ${model}`;
  }
}

function projectLines(project: ClassifiedProject, page: Page): readonly string[] {
  const { ranked, margin } = project.classification;
  const agrees = project.declared === project.classification.track;
  const declared =
    project.declared === null ? 'nothing' : `${project.declared}${agrees ? '' : ', which the words do not bear out'}`;
  const spoken = strongestWords(project.classification)
    .map(({ text, track, weight }) => `"${text}" ${contribution(weight)} for ${track}`)
    .join(', ');
  const { bold } = page.paint;
  return [
    ...wrap([{ text: project.name, style: bold }, '  ', project.file], page.width),
    ...labelled('track', [{ text: answerOf(project), style: bold }, `, margin ${percent(margin)}`], page),
    ...labelled('declared', [declared], page),
    ...labelled('ranking', [ranked.map(({ track, share }) => `${track} ${percent(share)}`).join(', ')], page),
    ...labelled('words', [spoken === '' ? 'none that the rubric knows' : spoken], page),
  ];
}

/** Each project's track, how sure it is and the words that decided; one line each with `quiet`. */
export function renderClassified(projects: readonly ClassifiedProject[], options: RenderOptions): string {
  const page = pageFor(options);
  const blocks = projects.map((project) =>
    options.quiet
      ? [
          `${project.classification.track ?? 'outside'} ${percent(project.classification.margin)} ${oneLine(project.name)}`,
        ]
      : projectLines(project, page),
  );
  const lines = blocks.flatMap((block, index) => (index === 0 || options.quiet ? block : ['', ...block]));
  return lines.map((line) => `${line}\n`).join('');
}
