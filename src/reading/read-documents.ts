import { classify, classifyDocument } from '../classify/classify.ts';
import type { Classification } from '../model/classification.ts';
import type { DocumentText } from '../model/document.ts';
import type { Reading } from '../model/reading.ts';
import type { Rubric } from '../model/rubric.ts';
import { type DocumentProse, readProse } from './document-prose.ts';
import { findContradictions } from './find-contradictions.ts';
import { listPrices, rankPrices } from './list-prices.ts';
import { listUnsaid } from './list-unsaid.ts';
import { findDate, findName, findTeam, findWebsite } from './read-facts.ts';
import { findOffer } from './read-offer.ts';
import { readQuestions } from './read-questions.ts';

/** What the documents of one case say, such as a deck and a memo. It scores nothing and answers nothing. */
export function readDocuments(documents: readonly DocumentText[], rubric: Rubric): Reading {
  const proses = documents.map((document) => readProse(document, rubric));
  const name = findName(proses, rubric);
  const offer = findOffer(proses, name?.text ?? null, findTeam(proses, rubric), rubric);
  const classification = classifyProses(proses, offer?.text ?? null, rubric);
  const dates = proses.map((prose) => findDate([prose], rubric)).filter((date) => date !== null);
  // Of several documents the latest says for when they speak.
  const asOf = dates.sort((a, b) => (a.day < b.day ? 1 : -1))[0] ?? null;
  const context = { rubric, name: name?.text ?? null, track: classification.track, asOf: asOf?.day ?? null };
  const dimensions = readQuestions(proses, context);
  const prices = listPrices(proses, context);
  return {
    documents: proses.map((prose) => ({
      file: prose.document.file,
      format: prose.document.format,
      words: countWords(prose),
      sheets: prose.document.sheets.length,
      isEnglish: isEnglish(prose, rubric),
    })),
    name,
    website: findWebsite(proses, name?.text ?? null, rubric),
    asOf,
    offer,
    classification,
    dimensions,
    prices: rankPrices(prices),
    contradictions: findContradictions(proses, prices, context),
    unsaid: listUnsaid(dimensions, context),
  };
}

/** The projects that documents name where none of them is named in another document too; empty where they are of one project. */
export function listProjectNames(
  documents: readonly DocumentText[],
  rubric: Rubric,
): readonly { readonly file: string; readonly name: string }[] {
  const named = documents.flatMap((document) => {
    const name = findName([readProse(document, rubric)], rubric)?.text;
    return name === undefined ? [] : [{ file: document.file, name, text: document.text.toLowerCase() }];
  });
  const isShared = named.some(({ name, file }) =>
    named.some((other) => other.file !== file && other.text.includes(name.toLowerCase())),
  );
  return named.length < 2 || isShared ? [] : named.map(({ file, name }) => ({ file, name }));
}

/** The track that documents speak for: by their titles, by the sentence that says what is sold, and by how they open. */
function classifyProses(proses: readonly DocumentProse[], offer: string | null, rubric: Rubric): Classification {
  const titles = proses.flatMap(({ passages }) => passages.find(({ depth }) => depth !== null)?.text ?? []);
  const heads = offer === null ? titles : [...titles, offer];
  const passages = proses.flatMap((prose) => prose.passages.filter(({ depth }) => depth === null));
  return classifyDocument(
    heads,
    passages.map(({ text }) => text),
    rubric.classifier,
  );
}

function countWords({ passages }: DocumentProse): number {
  return passages.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
}

/** null where there is too little to tell. */
function isEnglish({ passages }: DocumentProse, { classifier }: Rubric): boolean | null {
  const { status } = classify(passages.map(({ text }) => text).join('\n'), classifier);
  return status === 'no-offer' ? null : status !== 'not-english';
}
