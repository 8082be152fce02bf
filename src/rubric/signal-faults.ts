import { type GroupPhrases, parseTerm, readGroups } from '../classify/term.ts';
import type { Rubric, Signal } from '../model/rubric.ts';
import { dangling, type Fault, FILES, type Lists } from './fault.ts';

function termFaults(signals: readonly Signal[], file: string, at: string, groups: GroupPhrases): readonly Fault[] {
  return signals.flatMap(({ term }, i) => {
    const parsed = parseTerm(term, groups);
    return parsed.ok ? [] : [{ file, pointer: `${at}/${i}/term`, what: `the term \`${term}\`: ${parsed.fault}` }];
  });
}

/** What is wrong with what the classifier reads: terms that say nothing, and names that nothing has. */
export function signalFaults(rubric: Rubric, lists: Lists): readonly Fault[] {
  const file = FILES.classifier;
  const { classifier, tracks } = rubric;
  const groups = readGroups(classifier.groups);
  const concepts = Object.keys(classifier.evidence);
  return [
    ...tracks.flatMap((track) => [
      ...termFaults(track.signals, FILES.track(track.id), '/signals', groups),
      ...track.models.flatMap((model, i) =>
        termFaults(model.signals, FILES.track(track.id), `/models/${i}/signals`, groups),
      ),
    ]),
    ...concepts.flatMap((id) =>
      termFaults(classifier.evidence[id]?.signals ?? [], file, `/evidence/${id}/signals`, groups),
    ),
    ...termFaults(classifier.outside.signals, file, '/outside/signals', groups),
    ...classifier.needs.flatMap((need, i) => [
      ...need.tracks.flatMap((id, j) => dangling(file, `/needs/${i}/tracks/${j}`, 'track', id, lists.tracks)),
      ...dangling(file, `/needs/${i}/evidence`, 'evidence', need.evidence, concepts),
    ]),
    ...classifier.outside.eased_by.flatMap((easing, i) =>
      easing.evidence.flatMap((id, j) =>
        dangling(file, `/outside/eased_by/${i}/evidence/${j}`, 'evidence', id, concepts),
      ),
    ),
  ];
}
