import { listAskedCriteria, writeBrief } from '../../init/assistant/write-brief.ts';
import type { Reading } from '../../model/reading.ts';
import type { Rubric, Track } from '../../model/rubric.ts';
import { readDocuments } from '../../reading/read-documents.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import { defineCommand } from '../command.ts';
import { tellAddressed } from '../deliver-reading.ts';
import { RUBRIC, STDIN_FILENAME } from '../line/common-options.ts';
import { parseTrackOption } from '../line/read-options.ts';
import { createProblemLog } from '../read-descriptions.ts';
import { readDocumentFiles } from '../read-documents.ts';
import { reportProblems } from '../report-problems.ts';
import { selectRubric } from '../select-rubric.ts';

const EXAMPLE = 'demandfit brief memo.md';

/** The track that is asked for or that the documents are about, else all of them. */
function selectTracks(given: string | undefined, { classification }: Reading, rubric: Rubric): readonly Track[] {
  const id = given ?? classification.track;
  const found = rubric.tracks.filter((track) => track.id === id);
  return found.length > 0 ? found : rubric.tracks;
}

const countWords = (text: string) => text.match(/\S+/g)?.length ?? 0;

/** `demandfit brief`: one text that asks an assistant for answers with quotes. */
export const briefCommand = defineCommand({
  args: [{ name: '[documents...]', about: 'memos, decks or pages of one project, or - for standard input' }],
  options: [
    { name: 'track', value: 'id', about: 'ask the questions of this track (default: the one inferred, else all)' },
    STDIN_FILENAME,
    RUBRIC,
  ],
  examples: [EXAMPLE, 'demandfit brief deck.pdf memo.md --track compute | llm > reply.yaml'],

  async run(args, options, host) {
    const selected = await selectRubric(options.rubric, host);
    if (!selected.ok) return reportProblems(selected, {}, host);
    const { rubric } = selected.value;
    const track = parseTrackOption(options.track, rubric, `${EXAMPLE} --track compute`);
    const problemLog = createProblemLog();
    const documents = await readDocumentFiles(args, { ...options, example: EXAMPLE }, host, problemLog);
    // A brief without one of the documents would be answered as if it said nothing.
    if (problemLog.problems.length > 0) return reportProblems(problemLog, {}, host);
    tellAddressed(documents, rubric, host);
    const reading = readDocuments(documents, rubric);
    const tracks = selectTracks(track, reading, rubric);
    const brief = escapeForTerminal(writeBrief(documents, reading, tracks, rubric, host.digest));
    host.stdout.write(brief);
    const asked = listAskedCriteria(tracks, rubric).length;
    const of = tracks.length === 1 ? `track ${tracks[0]?.id}` : 'all tracks, as none was inferred';
    host.stderr.write(
      `${countWords(brief)} words: ${asked} questions (${of}) and ${documents.length === 1 ? 'the document' : `${documents.length} documents`}.\n`,
    );
    return { kind: 'done', problems: [] };
  },
});
