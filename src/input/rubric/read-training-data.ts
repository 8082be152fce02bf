import type { TrainingExample } from '../../classify/training/train-classifier.ts';
import { type ClassifierSettings, classifierFile, trainingTextsFile } from '../../model/classifier.ts';
import type { Schema } from '../../model/schema/schema.ts';
import { readBySchema } from '../problems/schema-problems.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { FILES, TRAINING_TEXTS } from './consistency/inconsistency.ts';
import { type RubricFiles, readRubricText } from './rubric-files.ts';

/** What the classifier of a set that `loadRubric` accepts learns from, in the order in which it does. @throws Error on any other set. */
export function readTrainingData(files: RubricFiles): {
  readonly settings: ClassifierSettings;
  readonly examples: readonly TrainingExample[];
} {
  const readFile = <T>(name: string, schema: Schema<T>): T => {
    const read = readYaml(readRubricText(files, name) ?? '', { file: name });
    const data = read.ok ? readBySchema(schema, read.value, name) : read;
    if (!data.ok) throw new Error(`${name} has problems`);
    return data.value;
  };
  const names = files
    .list()
    .filter((name) => name.startsWith(TRAINING_TEXTS))
    .sort();
  return {
    settings: readFile(FILES.classifier, classifierFile),
    examples: names.flatMap((name) => {
      const { id, texts } = readFile(name, trainingTextsFile);
      return texts.map((text) => ({ label: id, text }));
    }),
  };
}
