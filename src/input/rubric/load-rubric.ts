import type * as z from 'zod';
import { readModels, type TrainingExample, trainClassifier } from '../../classify/training/train-classifier.ts';
import type { Outcome, Problem } from '../../model/diagnostic.ts';
import { grammarFile, type MemoGrammar } from '../../model/grammar.ts';
import type { Criterion, Dimension, Rubric, Track } from '../../model/rubric.ts';
import { toZod } from '../../model/schema/to-zod.ts';
import { findNearest } from '../problems/find-nearest.ts';
import { toSchemaProblems } from '../problems/schema-problems.ts';
import type { LocatedYaml } from '../yaml/located-yaml.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { type ClassifierTrainingData, checkClassifier, checkTrainingTexts } from './consistency/check-classifier.ts';
import { checkConsistency } from './consistency/check-consistency.ts';
import { FILES, type FileInconsistency, TRAINING_TEXTS } from './consistency/inconsistency.ts';
import * as schema from './file-schemas.ts';
import { checkGoldenCases } from './golden-cases.ts';
import { hasSameTrainingTexts, type KnownSet } from './known-set.ts';
import type { RubricFiles } from './rubric-files.ts';

interface RubricPart<T> {
  readonly name: string;
  readonly data: T;
  readonly places: LocatedYaml;
}

/** Files of a set's folder that hold no data: prose and what is generated from the data. */
const NOT_DATA = /\.(?:md|json)$/;

/** How a file of a set is had again. */
const RESTORE_HINT = 'Copy it back from a fresh set: `demandfit rubric copy fresh-set` writes one.';

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

  report({ file, pointer, what, why, fix, word, candidates = [] }: FileInconsistency): void {
    const places = this.places.get(file);
    const isScalar = places?.source(pointer) !== null;
    this.problems.push({
      code: 'rubric/inconsistent',
      file: this.display(file),
      at: (isScalar ? null : places?.keySpan(pointer)) ?? places?.span(pointer) ?? null,
      what,
      why,
      fix,
      suggestion: word === undefined ? null : findNearest(word, candidates),
      related: null,
    });
  }

  /** What a file is instead of a text, or of YAML. */
  refuse(name: string, { problems }: { readonly problems: readonly Problem[] }): void {
    this.problems.push(...problems.map((problem) => ({ ...problem, file: this.display(name) })));
  }

  /** The register of claims, which may stand outside the folder. */
  claims(name: string): RubricPart<z.infer<typeof schema.claimsFile>> | null {
    if (this.files.read(name) !== null) return this.part(name, schema.claimsFile);
    this.report({
      file: FILES.set,
      pointer: '/claims',
      what: `there is no register of claims at ${this.display(name)}`,
      why: 'Every entry of a rubric rests on a claim.',
      fix: `Correct the name, or have the file again. ${RESTORE_HINT}`,
    });
    return null;
  }

  part<S extends z.ZodType>(name: string, shape: S): RubricPart<z.infer<S>> | null {
    const text = this.files.read(name);
    if (text === null) {
      // Reported where the part was found.
      if (MOVED.some(({ from, to }) => to === name && this.files.read(from) !== null)) return null;
      const why = 'A set is read whole: each file says what the others count on.';
      this.report({ file: name, pointer: '', what: 'this file of the rubric set is missing', why, fix: RESTORE_HINT });
      return null;
    }
    const file = this.display(name);
    const read = text.ok ? readYaml(text.value, { file }) : text;
    if (!read.ok) {
      this.refuse(name, read);
      return null;
    }
    this.places.set(name, read.value);
    const parsed = shape.safeParse(read.value.value);
    if (parsed.success) return { name, data: parsed.data, places: read.value };
    const { value } = read.value;
    this.problems.push(...toSchemaProblems(parsed.error.issues, { file, value, schema: shape, places: read.value }));
    return null;
  }
}

function listFolder(files: RubricFiles, prefix: string): readonly string[] {
  return files
    .list()
    .filter((name) => name.startsWith(prefix) && name.endsWith('.yaml'))
    .sort();
}

/** Where older sets have the classifier, and where it is now. */
const MOVED = [
  { from: 'classifier.yaml', to: FILES.classifier },
  { from: 'sentences/', to: TRAINING_TEXTS },
] as const;

/** Reports each part that is still in the place of older sets, once. */
function reportMovedParts(loading: RubricLoader): void {
  for (const { from, to } of MOVED) {
    const file = loading.files.list().find((name) => name.startsWith(from));
    if (file === undefined) continue;
    loading.report({
      file,
      pointer: '',
      what: `\`${from}\` is now \`${to}\``,
      why: 'The settings of the classifier and its training texts have a folder of their own.',
      fix: `Move \`${from}\` to \`${to}\`. The contents stay as they are.`,
    });
  }
}

function reportStrayFiles(loading: RubricLoader): void {
  const singles: readonly string[] = Object.values(FILES).filter((name) => typeof name === 'string');
  for (const name of loading.files.list()) {
    const isKnown =
      singles.includes(name) ||
      /^(?:dimensions|tracks|classifier\/texts)\/[^/]+\.yaml$/.test(name) ||
      name === 'claims.yaml';
    if (isKnown || NOT_DATA.test(name) || MOVED.some(({ from }) => name.startsWith(from))) continue;
    const text = loading.files.read(name);
    if (text?.ok === false && text.problems.some(({ code }) => code === 'input/unreadable')) loading.refuse(name, text);
    else
      loading.report({
        file: name,
        pointer: '',
        what: `no part of a rubric set is called \`${name}\``,
        why: 'What it says would count for nothing, without notice.',
        fix: 'Give it the name of the part that it is, or move it out of the folder.',
        word: name,
        candidates: singles,
      });
  }
}

function checkFileName(loading: RubricLoader, part: RubricPart<{ id: string }>, expected: string): void {
  if (part.name === expected) return;
  const { id } = part.data;
  loading.report({
    file: part.name,
    pointer: '/id',
    what: `the id \`${id}\` belongs into a file called ${expected}`,
    why: 'A part is found by the name of its file.',
    fix: `Rename the file to ${expected}, or write the id that its name says.`,
  });
}

/**
 * Reads and checks a whole rubric set. Every problem is collected, located in its file; `display` turns a name within
 * the set into the one that a user knows. What would be learnt as in the set `known` is taken from there.
 */
export function loadRubric(
  files: RubricFiles,
  display: (name: string) => string = (name) => name,
  known: KnownSet | null = null,
): Outcome<Rubric> {
  const loading = new RubricLoader(files, display);
  reportStrayFiles(loading);
  reportMovedParts(loading);
  const set = loading.part(FILES.set, schema.rubricFile);
  const evidence = loading.part(FILES.evidence, schema.evidenceFile);
  const gates = loading.part(FILES.gates, schema.gatesFile);
  const diagnoses = loading.part(FILES.diagnoses, schema.diagnosesFile);
  const regulations = loading.part(FILES.regulations, schema.regulationsFile);
  const alternatives = loading.part(FILES.alternatives, schema.alternativesFile);
  const units = loading.part(FILES.units, schema.unitsFile);
  const statements = loading.part(FILES.statements, schema.statementsFile);
  const grammar = loading.part(FILES.grammar, toZod(grammarFile));
  const classifier = loading.part(FILES.classifier, schema.classifierFile);
  const seeds = set === null ? null : loading.claims(set.data.claims);
  const vectors = files.read(FILES.vectors) === null ? null : loading.part(FILES.vectors, schema.goldenCasesFile);
  const dimensions = listFolder(files, 'dimensions/')
    .map((name) => loading.part(name, schema.dimensionFile))
    .filter((part) => part !== null);
  const tracks = listFolder(files, 'tracks/')
    .map((name) => loading.part(name, schema.trackFile))
    .filter((part) => part !== null);
  const taught = known !== null && hasSameTrainingTexts(files, known) ? known.rubric.classifier : null;
  const trainingTexts = (taught === null ? listFolder(files, TRAINING_TEXTS) : [])
    .map((name) => loading.part(name, schema.trainingTextsFile))
    .filter((part) => part !== null);
  for (const part of dimensions) checkFileName(loading, part, FILES.dimension(part.data.id));
  for (const part of tracks) checkFileName(loading, part, FILES.track(part.data.id));
  for (const part of trainingTexts) checkFileName(loading, part, FILES.trainingTexts(part.data.id));
  const registers = regulations && alternatives && units && statements && grammar;
  const whole = set && evidence && gates && diagnoses && registers && classifier && seeds;
  if (!whole || loading.problems.length > 0) return { ok: false, problems: loading.problems };

  const ordered = dimensions.map((part) => part.data).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const { claims: _, ...head } = set.data;
  const lessons: ClassifierTrainingData = { settings: classifier.data, texts: trainingTexts.map((part) => part.data) };
  const taughtBy = (examples: readonly TrainingExample[]) =>
    trainClassifier(
      examples,
      tracks.map((part) => part.data),
      classifier.data,
    );
  const rubric: Rubric = {
    ...head,
    evidence: evidence.data,
    dimensions: ordered.map(({ criteria: _criteria, ...dimension }): Dimension => dimension),
    criteria: ordered.flatMap(({ id, criteria }) =>
      criteria.map((criterion): Criterion => ({ ...criterion, dimension: id })),
    ),
    tracks: tracks.map((part): Track => part.data),
    gates: gates.data.gates,
    diagnoses: diagnoses.data.diagnoses,
    regulations: regulations.data.regulations,
    workloads: alternatives.data.workloads,
    service_classes: alternatives.data.service_classes,
    alternatives: alternatives.data.alternatives,
    units: units.data.units,
    statements: statements.data,
    grammar: grammar.data as MemoGrammar,
    classifier: taughtBy([]),
    seeds: seeds.data,
  };
  const faults = [
    ...checkConsistency(rubric, seeds.name),
    ...checkClassifier(lessons.settings, rubric.tracks),
    ...(taught === null ? checkTrainingTexts(lessons.texts, rubric.tracks) : []),
    ...checkGoldenCases(vectors?.data.vectors ?? [], rubric),
  ];
  for (const fault of faults) loading.report(fault);
  if (loading.problems.length > 0) return { ok: false, problems: loading.problems };
  if (taught !== null) {
    const models = readModels(rubric.tracks, lessons.settings);
    return { ok: true, value: { ...rubric, classifier: { ...taught, models } } };
  }
  const examples = lessons.texts.flatMap(({ id, texts }) => texts.map((text) => ({ label: id, text })));
  return { ok: true, value: { ...rubric, classifier: taughtBy(examples) } };
}
