import type { DescriptionEntry } from '../../../init/add-entries.ts';
import { listSource, type SourceList, toDocumentSource } from '../../../init/ask-source.ts';
import { readReply } from '../../../init/assistant/read-reply.ts';
import { verifyReply } from '../../../init/assistant/verify-reply.ts';
import type { InitInput } from '../../../init/begin-description.ts';
import { completeAddress, type DocumentCase, suggestAsOf } from '../../../init/document-case.ts';
import { STDIN } from '../../../input/text/expand-paths.ts';
import { decodeText, MAX_BYTES, readText } from '../../../input/text/read-text.ts';
import type { Rubric } from '../../../model/rubric.ts';
import { toReplyDocument } from '../../../report/documents/reply.ts';
import { nameFiles } from '../../../report/wording/reading.ts';
import { escapeForTerminal } from '../../../report/writers/escape-for-terminal.ts';
import { writeTerminalDocuments } from '../../../report/writers/terminal/write-terminal.ts';
import type { Host } from '../../host.ts';
import type { RunResult } from '../../line/exit.ts';
import { resolveRenderOptions } from '../../line/render-options.ts';
import { reportProblems } from '../../report-problems.ts';
import { UsageError } from '../../usage-error.ts';

/** A right command line. */
const EXAMPLE = 'demandfit init memo.md --answers reply.yaml';

/** What the reply says of the project, the options first and the documents last. @throws UsageError where nothing says what it is called or sells. */
function completeHead(
  given: InitInput['head'],
  reply: Partial<InitInput['head']>,
  { reading }: DocumentCase,
  today: string,
) {
  const { name, offer, website } = reading;
  const head = {
    name: given.name ?? reply.name ?? name?.text ?? null,
    summary: given.summary ?? reply.summary ?? offer?.text ?? null,
    track: given.track ?? reply.track ?? null,
    as_of: given.as_of ?? suggestAsOf(reading, today) ?? reply.as_of ?? null,
    website: given.website ?? reply.website ?? (website === null ? null : completeAddress(website.text)),
    offer: given.offer ?? reply.offer ?? null,
  };
  for (const key of ['name', 'summary'] as const)
    if (head[key] === null)
      throw new UsageError(
        `neither the reply nor the documents give a ${key}; use --${key}`,
        `${EXAMPLE} --${key} '...'`,
      );
  return head;
}

/**
 * What a reply adds to a description: answers whose quotes are in the documents, and nothing else. Says what was taken and what was not.
 * @param sources that the description lists already. @throws UsageError without documents, in which the quotes are looked up.
 */
export async function readGivenReply(
  reply: string,
  given: InitInput,
  docs: DocumentCase | null,
  sources: SourceList,
  rubric: Rubric,
  host: Host,
): Promise<{ readonly given: InitInput } | { readonly result: RunResult }> {
  if (docs === null) throw new UsageError('--answers needs the documents that the assistant was given', EXAMPLE);
  const file = reply === STDIN ? 'stdin' : reply;
  const text = reply === STDIN ? decodeText(host.readStdin(MAX_BYTES + 1), file) : readText(file, host.disk);
  const read = text.ok ? readReply(text.value, file, rubric) : text;
  if (!read.ok) {
    const texts = new Map(text.ok ? [[file, text.value]] : []);
    return { result: await reportProblems({ problems: read.problems, texts }, {}, host) };
  }
  const listed = new Set(sources.keys());
  const ids = docs.documents.map((document) => listSource(toDocumentSource(document.file, docs, rubric), sources));
  const texts = docs.documents.map(({ document }) => document);
  const track = given.head.track;
  const verified = verifyReply(
    read.value,
    texts,
    given.head.name ?? docs.reading.name?.text ?? null,
    ids,
    track,
    rubric,
  );
  const options = await resolveRenderOptions({}, host, host.stdout);
  host.stdout.write(
    `${writeTerminalDocuments([toReplyDocument(verified, nameFiles(texts.map(({ file }) => file)))], options)}\n`,
  );
  if (verified.answers.size === 0) {
    host.stdout.write('Nothing written: no answer of the reply was taken.\n');
    return { result: { kind: 'stopped' } };
  }
  const head = completeHead(given.head, verified.head, docs, host.today());
  const cited = [...sources].filter(([id]) => ids.includes(id) && !listed.has(id));
  for (const [, { file: name = '' }] of cited.filter(([, { published }]) => published === undefined))
    host.stdout.write(
      escapeForTerminal(
        `No date was found in ${name}, so its statements do not count as evidence. If it has one, add \`published\` to its source.\n\n`,
      ),
    );
  const answers = rubric.criteria.filter(({ id }) => verified.answers.has(id));
  return {
    given: {
      head,
      entries: [
        ...cited.map(([id, value]): DescriptionEntry => ({ path: ['sources', id], value })),
        ...answers.map(
          ({ id, dimension }): DescriptionEntry => ({ path: [dimension, id], value: verified.answers.get(id) }),
        ),
        ...given.entries,
      ],
    },
  };
}
