import type { TrainingExample } from '../../classify/training/train-classifier.ts';
import type { ClassifierSettings } from '../../model/rubric.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { FILES, TRAINING_TEXTS } from './consistency/inconsistency.ts';
import { classifierFile, trainingTextsFile } from './file-schemas.ts';
import { type RubricFiles, readRubricText } from './rubric-files.ts';

/** What the classifier of a set that `loadRubric` accepts learns from, in the order in which it does. */
export function readTrainingData(files: RubricFiles): {
  readonly settings: ClassifierSettings;
  readonly examples: readonly TrainingExample[];
} {
  const contentOf = (name: string): unknown => {
    const read = readYaml(readRubricText(files, name) ?? '', { file: name });
    return read.ok ? read.value.value : null;
  };
  const names = files
    .list()
    .filter((name) => name.startsWith(TRAINING_TEXTS))
    .sort();
  return {
    settings: classifierFile.parse(contentOf(FILES.classifier)),
    examples: names.flatMap((name) => {
      const { id, texts } = trainingTextsFile.parse(contentOf(name));
      return texts.map((text) => ({ label: id, text }));
    }),
  };
}
