import {
  keepTracks,
  readModels,
  type TrainingExample,
  trainClassifier,
} from '../../classify/training/train-classifier.ts';
import { claimsFile, type SourceArticle } from '../../model/claim.ts';
import {
  classifierFile,
  trainingClaimsFile,
  trainingSentencesFile,
  trainingTextsFile,
} from '../../model/classifier.ts';
import { type Criterion, type Dimension, dimensionFile } from '../../model/criterion.ts';
import { diagnosesFile } from '../../model/diagnosis.ts';
import { type Outcome, type Problem, toProblem } from '../../model/diagnostic.ts';
import { evidenceFile } from '../../model/evidence.ts';
import { gatesFile } from '../../model/gate.ts';
import { goldenCasesFile } from '../../model/golden-case.ts';
import { grammarFile } from '../../model/grammar.ts';
import { implicationsFile } from '../../model/implication.ts';
import { readingVocabularyFile } from '../../model/reading-vocabulary.ts';
import { alternativesFile, glossaryFile, hostsFile, regulationsFile, unitsFile } from '../../model/register.ts';
import { type Rubric, rubricFile } from '../../model/rubric.ts';
import type { Schema } from '../../model/schema/schema.ts';
import { statementsFile } from '../../model/statements.ts';
import { trackFile } from '../../model/track.ts';
import { findNearest } from '../problems/find-nearest.ts';
import { readBySchema } from '../problems/schema-problems.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import {
  type ClassifierTrainingData,
  checkClassifier,
  checkTrainingClaims,
  checkTrainingSentences,
  checkTrainingTexts,
} from './consistency/check-classifier.ts';
import { checkConsistency } from './consistency/check-consistency.ts';
import {
  FILES,
  type FileInconsistency,
  TRAINING_CLAIMS,
  TRAINING_FOLDERS,
  TRAINING_SENTENCES,
  TRAINING_TEXTS,
} from './consistency/inconsistency.ts';
import { checkGoldenCases } from './golden-cases.ts';
import { type RubricFiles, readRubricText } from './rubric-files.ts';

interface RubricPart<T> {
  readonly name: string;
  readonly data: T;
  readonly places: LocatedYaml;
}

/** Files of a set's folder that have no data: prose and what is generated from the data. */
const NOT_DATA = /\.(?:md|json)$/;

/** How a file of a set is restored. */
const RESTORE_HINT = 'Copy it from a fresh set, made with `demandfit rubric copy fresh-set`.';

/** Collects parts and problems while the files of a set are read. */
class RubricLoader {
  readonly problems: Problem[] = [];
  readonly places = new Map<string, LocatedYaml>();
  readonly files: RubricFiles;
  readonly display: (name: string) => string;

  constructor(files: RubricFiles, display: (name: string) => string) {
    this.files = files;
    this.display = display;
  }

  report({ file, ...inconsistency }: FileInconsistency): void {
    const places = this.places.get(file);
    const locate = (at: string) =>
      (places?.source(at) === null ? places.keySpan(at) : null) ?? places?.span(at) ?? null;
    this.problems.push(toProblem({ code: 'rubric/inconsistent', ...inconsistency }, this.display(file), locate));
  }

  /** Problems that keep a file from being read. */
  refuse(name: string, { problems }: { readonly problems: readonly Problem[] }): void {
    this.problems.push(...problems.map((problem) => ({ ...problem, file: this.display(name) })));
  }

  /** The register of claims, which may stand outside the folder. */
  claims(name: string): RubricPart<SourceArticle> | null {
    if (this.files.read(name) !== null) return this.part(name, claimsFile);
    this.report({
      file: FILES.set,
      at: '/claims',
      what: `there is no register of claims at ${this.display(name)}`,
      why: 'Every entry of a rubric cites a claim.',
      fix: `Correct the name, or restore the file. ${RESTORE_HINT}`,
    });
    return null;
  }

  part<T>(name: string, schema: Schema<T>): RubricPart<T> | null {
    const text = this.files.read(name);
    if (text === null) {
      const why = 'A set must be complete: its files refer to each other.';
      this.report({ file: name, at: '', what: 'this file of the rubric set is missing', why, fix: RESTORE_HINT });
      return null;
    }
    const file = this.display(name);
    const read = text.ok ? readYaml(text.value, { file }) : text;
    if (!read.ok) {
      this.refuse(name, read);
      return null;
    }
    this.places.set(name, read.value);
    const data = readBySchema(schema, read.value, file);
    if (data.ok) return { name, data: data.value, places: read.value };
    this.problems.push(...data.problems);
    return null;
  }

  /** The files of a folder of the set, as far as they can be read. */
  parts<T>(folder: string, schema: Schema<T>): readonly RubricPart<T>[] {
    return listFolder(this.files, folder)
      .map((name) => this.part(name, schema))
      .filter((part) => part !== null);
  }
}

/** A set that was loaded before: its classifier is used by a set without training texts, or with the same ones. */
interface KnownSet {
  readonly files: RubricFiles;
  readonly rubric: Pick<Rubric, 'classifier'>;
}

/** What the classifier of a set learns from. */
const listTraining = (files: RubricFiles): readonly string[] =>
  TRAINING_FOLDERS.flatMap((folder) => listFolder(files, folder));

/** True if a set has no training texts, or those of a known one, word for word, and tracks of the same names. */
function sharesClassifier(files: RubricFiles, known: KnownSet): boolean {
  const texts = listTraining(files);
  if (texts.length === 0) return true;
  return (
    listFolder(files, 'tracks/').join() === listFolder(known.files, 'tracks/').join() &&
    texts.join() === listTraining(known.files).join() &&
    [FILES.classifier, ...texts].every((name) => readRubricText(files, name) === readRubricText(known.files, name))
  );
}

function listFolder(files: RubricFiles, prefix: string): readonly string[] {
  return files
    .list()
    .filter((name) => name.startsWith(prefix) && name.endsWith('.yaml'))
    .sort();
}

function reportStrayFiles(loading: RubricLoader): void {
  const singles: readonly string[] = Object.values(FILES).filter((name) => typeof name === 'string');
  for (const name of loading.files.list()) {
    const isKnown =
      singles.includes(name) ||
      /^(?:dimensions|tracks|classifier\/(?:texts|sentences|claims))\/[^/]+\.yaml$/.test(name) ||
      name === 'claims.yaml';
    if (isKnown || NOT_DATA.test(name)) continue;
    const text = loading.files.read(name);
    if (text?.ok === false && text.problems.some(({ code }) => code === 'input/unreadable')) loading.refuse(name, text);
    else
      loading.report({
        file: name,
        at: '',
        what: `\`${name}\` is not a file of a rubric set`,
        why: 'It would be silently ignored.',
        fix: 'Rename it to a file of the set, or move it out of the folder.',
        suggestion: findNearest(name, singles),
      });
  }
}

function checkFileName(loading: RubricLoader, part: RubricPart<{ id: string }>, expected: string): void {
  if (part.name === expected) return;
  const { id } = part.data;
  loading.report({
    file: part.name,
    at: '/id',
    what: `the id \`${id}\` belongs in a file called ${expected}`,
    why: 'A part is found by the name of its file.',
    fix: `Rename the file to ${expected}, or write the id that is its name.`,
  });
}

/**
 * Reads and checks a whole rubric set. Every problem is collected, located in its file; `display` turns a name within
 * the set into the one that a user knows. Without training texts, or with the same ones, the classifier of the set `known` is taken.
 */
export function loadRubric(
  files: RubricFiles,
  display: (name: string) => string = (name) => name,
  known: KnownSet | null = null,
): Outcome<Rubric> {
  const loading = new RubricLoader(files, display);
  reportStrayFiles(loading);
  const set = loading.part(FILES.set, rubricFile);
  const evidence = loading.part(FILES.evidence, evidenceFile);
  const gates = loading.part(FILES.gates, gatesFile);
  const diagnoses = loading.part(FILES.diagnoses, diagnosesFile);
  const implications = loading.part(FILES.implications, implicationsFile);
  const regulations = loading.part(FILES.regulations, regulationsFile);
  const alternatives = loading.part(FILES.alternatives, alternativesFile);
  const units = loading.part(FILES.units, unitsFile);
  const statements = loading.part(FILES.statements, statementsFile);
  const grammar = loading.part(FILES.grammar, grammarFile);
  const reading = loading.part(FILES.reading, readingVocabularyFile);
  const hosts = loading.part(FILES.hosts, hostsFile);
  const glossary = loading.part(FILES.glossary, glossaryFile);
  const classifier = loading.part(FILES.classifier, classifierFile);
  const seeds = set === null ? null : loading.claims(set.data.claims);
  const vectors = files.read(FILES.vectors) === null ? null : loading.part(FILES.vectors, goldenCasesFile);
  const dimensions = loading.parts('dimensions/', dimensionFile);
  const tracks = loading.parts('tracks/', trackFile);
  const taught = known !== null && sharesClassifier(files, known) ? known.rubric.classifier : null;
  const trainingTexts = taught === null ? loading.parts(TRAINING_TEXTS, trainingTextsFile) : [];
  const trainingSentences = taught === null ? loading.parts(TRAINING_SENTENCES, trainingSentencesFile) : [];
  const trainingClaims = taught === null ? loading.parts(TRAINING_CLAIMS, trainingClaimsFile) : [];
  for (const part of trainingClaims) checkFileName(loading, part, FILES.trainingClaims(part.data.id));
  for (const part of trainingSentences) checkFileName(loading, part, FILES.trainingSentences(part.data.id));
  for (const part of dimensions) checkFileName(loading, part, FILES.dimension(part.data.id));
  for (const part of tracks) checkFileName(loading, part, FILES.track(part.data.id));
  for (const part of trainingTexts) checkFileName(loading, part, FILES.trainingTexts(part.data.id));
  const registers = regulations && alternatives && units && statements && grammar && reading && hosts && glossary;
  const whole = set && evidence && gates && diagnoses && implications && registers && classifier && seeds;
  if (!whole || loading.problems.length > 0) return { ok: false, problems: loading.problems };

  const ordered = dimensions.map((part) => part.data).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const { claims: _, ...head } = set.data;
  const texts = trainingTexts.map((part) => part.data);
  const rubric: Rubric = {
    ...head,
    evidence: evidence.data,
    dimensions: ordered.map(({ criteria: _criteria, ...dimension }): Dimension => dimension),
    criteria: ordered.flatMap(({ id, criteria }) =>
      criteria.map((criterion): Criterion => ({ ...criterion, dimension: id })),
    ),
    tracks: tracks.map((part) => part.data),
    ...gates.data,
    ...diagnoses.data,
    ...implications.data,
    ...regulations.data,
    ...alternatives.data,
    ...units.data,
    statements: statements.data,
    grammar: grammar.data,
    reading: reading.data,
    hosts: hosts.data,
    glossary: glossary.data.words,
    classifier: trainClassifier([], [], classifier.data),
    seeds: seeds.data,
  };
  const faults = [
    ...checkConsistency(rubric, seeds.name),
    ...checkClassifier(classifier.data, rubric.tracks),
    ...(taught === null ? checkTrainingTexts(texts, rubric.tracks) : []),
    ...checkTrainingSentences(
      trainingSentences.map(({ data }) => data),
      rubric.criteria.map(({ id }) => id),
    ),
    ...checkTrainingClaims(
      trainingClaims.map(({ data }) => data),
      rubric.criteria,
    ),
    ...checkGoldenCases(vectors?.data.vectors ?? [], rubric),
  ];
  for (const fault of faults) loading.report(fault);
  if (loading.problems.length > 0) return { ok: false, problems: loading.problems };
  const sentences = trainingSentences.flatMap(({ data }) =>
    data.sentences.flatMap(({ of, texts: said }) => said.map((text) => ({ text, of }))),
  );
  const claims = trainingClaims.flatMap(({ data }) => [
    ...data.claims.flatMap(({ criterion, option = '', texts: said }) =>
      said.map((text) => ({ text, of: [`${criterion}/${option}`] })),
    ),
    ...[...data.less.flatMap((less) => less.texts), ...data.none].map((text) => ({ text, of: [] })),
  ]);
  const { undecided_margin } = classifier.data;
  const learnt =
    taught === null
      ? trainClassifier(listExamples(texts), rubric.tracks, classifier.data, sentences, claims)
      : { ...keepTracks(taught, rubric.tracks), undecided_margin, models: readModels(rubric.tracks, classifier.data) };
  return { ok: true, value: { ...rubric, classifier: learnt } };
}

function listExamples(files: ClassifierTrainingData['texts']): readonly TrainingExample[] {
  return files.flatMap(({ id, texts }) => texts.map((text) => ({ label: id, text })));
}

/** What the classifier of a set that `loadRubric` accepts learns from, in the order in which it does. @throws Error on any other set. */
export function readTrainingData(files: RubricFiles) {
  const loading = new RubricLoader(files, (name) => name);
  const settings = loading.part(FILES.classifier, classifierFile);
  const texts = loading.parts(TRAINING_TEXTS, trainingTextsFile).map((part) => part.data);
  if (settings === null || loading.problems.length > 0)
    throw new Error('the training texts of the classifier have problems');
  return { settings: settings.data, examples: listExamples(texts) };
}
