import { type PromptChoice, type Prompter, StoppedError, type TextQuestion } from '../../src/init/prompter.ts';

/** What a person does: the choice whose id or label begins so, or a text; Ctrl-C; or by a rule. */
export type Reply = string | ((question: string, choices: readonly PromptChoice[]) => string);

/** Ends the interview. */
export const CTRL_C = '\u0003';

/** The sign that takes what the cursor is on, or what is suggested. */
export const ENTER = '\r';

/** Answers by the first entry of a table whose key is in the question, and keeps what was asked and told. */
export class ScriptedPrompter implements Prompter {
  readonly asked: { readonly question: string; readonly choices: readonly PromptChoice[]; readonly preset: string }[] =
    [];
  readonly told: string[] = [];
  readonly refused: string[] = [];
  readonly #replies: readonly (readonly [string, Reply[]])[];

  /** @param replies to the questions that hold the key; the last one counts again and again. Any other question gets Enter. */
  constructor(replies: Readonly<Record<string, Reply | readonly Reply[]>> = {}) {
    this.#replies = Object.entries(replies).map(([key, reply]) => [key, Array.isArray(reply) ? [...reply] : [reply]]);
  }

  #next(question: string, choices: readonly PromptChoice[]): string {
    const [, left] = this.#replies.find(([key]) => question.includes(key)) ?? [];
    const reply = (left !== undefined && left.length > 1 ? left.shift() : left?.[0]) ?? ENTER;
    const said = typeof reply === 'string' ? reply : reply(question, choices);
    if (said === CTRL_C) throw new StoppedError();
    return said;
  }

  async choose(question: string, choices: readonly PromptChoice[], preset = choices[0]?.id ?? ''): Promise<string> {
    this.asked.push({ question, choices, preset });
    const said = this.#next(question, choices);
    if (said === ENTER) return preset;
    const found = choices.find(({ id }) => id === said) ?? choices.find(({ label }) => label.startsWith(said));
    if (found === undefined)
      throw new Error(`${said} is no choice of ${question}: ${choices.map(({ label }) => label)}`);
    return found.id;
  }

  async write(question: string, { preset = '', refuse }: TextQuestion): Promise<string> {
    for (let tries = 0; tries < 5; tries += 1) {
      this.asked.push({ question, choices: [], preset });
      const said = this.#next(question, []);
      const text = said === ENTER ? preset : said;
      const refusal = refuse(text);
      if (refusal === null) return text;
      this.refused.push(refusal);
    }
    throw new StoppedError();
  }

  tell(text: string): void {
    this.told.push(text);
  }
}
