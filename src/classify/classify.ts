import type { Classification } from '../model/report.ts';
import { listDecidingWords } from './deciding-words.ts';
import type { ClassifierKnowledge } from './knowledge.ts';
import { OUTSIDE, rankTracks, scoreTracks } from './score-tracks.ts';
import { tokenise } from './tokens.ts';
import { findPhrases, type Stretch } from './trie.ts';
import { sumPoints, weighSignals } from './weigh.ts';

/** The track that a text speaks for, by its words alone. Any text works; one without a known word is outside. */
export function classify(text: string, knowledge: ClassifierKnowledge): Classification {
  const { settings } = knowledge;
  const tokens = tokenise(text);
  const found = findPhrases(knowledge.root, knowledge.sideCount, tokens);
  const scored = scoreTracks(knowledge, found, tokens.length);
  const ranked = rankTracks(scored, settings.temperature);
  const [first, second] = ranked;
  const basis = {
    ranked,
    margin: (first?.share ?? 0) - (second?.share ?? 0),
    words: listDecidingWords(scored, tokens, text),
  };
  if (first === undefined || first.track === OUTSIDE) {
    return { status: 'outside', track: null, model: null, between: [], ...basis };
  }
  const { track } = first;
  const model = pickModel(track, knowledge, found);
  return second !== undefined && second.track !== OUTSIDE && basis.margin < settings.undecided_margin
    ? { status: 'undecided', track, model, between: [track, second.track], ...basis }
    : { status: 'decided', track, model, between: [], ...basis };
}

/** The model whose signals score highest, the earlier one on a tie; null where none is above 0. */
function pickModel(id: string, knowledge: ClassifierKnowledge, found: readonly (readonly Stretch[])[]): string | null {
  const models = knowledge.tracks.find((track) => track.id === id)?.models ?? [];
  let best: { readonly id: string | null; readonly score: number } = { id: null, score: 0 };
  for (const model of models) {
    const score = sumPoints(weighSignals(model.signals, found, knowledge.settings));
    if (score > best.score) best = { id: model.id, score };
  }
  return best.id;
}
