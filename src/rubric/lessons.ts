import type { TrainingExample } from '../learn/learn-classifier.ts';
import type { ClassifierSettings } from '../model/rubric.ts';
import { readYaml } from '../read/yaml.ts';
import { FILES } from './fault.ts';
import { type RubricFiles, readRubricText } from './rubric-files.ts';
import { classifierFile, sentencesFile } from './schema.ts';

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
    .filter((name) => name.startsWith('sentences/'))
    .sort();
  return {
    settings: classifierFile.parse(contentOf(FILES.classifier)),
    examples: names.flatMap((name) => {
      const { id, texts } = sentencesFile.parse(contentOf(name));
      return texts.map((text) => ({ label: id, text }));
    }),
  };
}
