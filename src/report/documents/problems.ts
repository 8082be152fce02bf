import { formatPlace, type Problem } from '../../model/diagnostic.ts';
import { escapeLineStarts } from '../writers/escape-for-terminal.ts';
import { type FrameStyle, renderCodeFrame, splitLines } from '../writers/terminal/code-frame.ts';
import { type Flow, wrap } from '../writers/terminal/flow.ts';

/** Minimum width, as words need some room. */
const NARROWEST = 40;

function renderProblem(problem: Problem, lines: readonly string[], style: FrameStyle): readonly string[] {
  const { code, file, at, what, why, fix, suggestion, related } = problem;
  const { paint, width } = style;
  const labelled = (label: string, flow: Flow) => wrap(flow, width, `  ${paint.cyan(label)}  `);
  return [
    ...wrap(
      [
        { text: formatPlace(file, at), style: paint.bold },
        ' ',
        { text: 'error', style: paint.red },
        ` ${code}: `,
        { text: what, style: paint.bold },
      ],
      width,
      '',
      '  ',
    ),
    ...(at === null ? [] : renderCodeFrame(lines, at, style, true)),
    ...labelled('why', [why]),
    ...labelled(
      'fix',
      suggestion === null ? [fix] : ['Did you mean ', { text: suggestion, style: paint.green }, `? ${fix}`],
    ),
    ...(related === null
      ? []
      : [
          ...labelled('see', [`${formatPlace(file, related.at)}: ${related.what}`]),
          ...renderCodeFrame(lines, related.at, style, false),
        ]),
  ];
}

/** What is the same of several files as a whole is said once, with all their names. */
function mergeProblems(problems: readonly Problem[]): readonly Problem[] {
  const merged = new Map<string, Problem>();
  for (const problem of problems) {
    const { file, ...said } = problem;
    const isOfWhole = said.at === null && said.suggestion === null && said.related === null;
    const key = JSON.stringify(isOfWhole ? said : problem);
    const same = merged.get(key);
    merged.set(key, same === undefined || same.file === file ? problem : { ...same, file: `${same.file}, ${file}` });
  }
  return [...merged.values()];
}

/**
 * Problems for a reader, in the order given, a blank line between them and a newline at the end; '' for none. Each says
 * where it is, what is wrong with the lines of the file that show it, why that matters and what to do. `texts` gives the
 * text of a file, or null where it could not be read.
 */
export function renderProblems(
  problems: readonly Problem[],
  texts: (file: string) => string | null,
  style: FrameStyle,
): string {
  const known = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const found = known.get(file) ?? splitLines(texts(file) ?? '');
    known.set(file, found);
    return found;
  };
  const room = { ...style, width: Math.max(NARROWEST, style.width) };
  const blocks = mergeProblems(problems).map((problem) =>
    renderProblem(problem, linesOf(problem.file), room).join('\n'),
  );
  return blocks.length === 0 ? '' : escapeLineStarts(`${blocks.join('\n\n')}\n`);
}
