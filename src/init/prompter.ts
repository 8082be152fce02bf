/** One of several answers to choose from. */
export interface PromptChoice {
  readonly id: string;
  readonly label: string;
}

export interface TextQuestion {
  readonly example?: string;
  /** An editable suggestion. */
  readonly preset?: string;
  /** Why a text is not taken; null where it is. */
  readonly refuse: (text: string) => string | null;
}

/** Whoever answers: a person at a terminal, or a test. Texts are plain and have yet to be made safe. */
export interface Prompter {
  /** The id of the choice; Enter alone takes `preset`, or the first one. @throws Stopped when they want to stop. */
  choose(question: string, choices: readonly PromptChoice[], preset?: string): Promise<string>;
  /** @throws Stopped when they want to stop. */
  write(question: string, about: TextQuestion): Promise<string>;
  tell(text: string): void;
}

/** They want to stop here. */
export class StoppedError extends Error {
  constructor() {
    super('stopped');
    this.name = 'Stopped';
  }
}
