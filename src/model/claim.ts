import type { Day } from './day.ts';

/** Ids of the register of claims (`seeds/claims.yaml`) that an entry rests on. */
export type ClaimIds = readonly string[];

/** One statement of the source article. */
export interface Claim {
  readonly id: string;
  readonly section: string;
  readonly text: string;
  /** Why the claim is kept although no entry rests on it; null where one does. */
  readonly context: string | null;
}

/** The article that the rubric rests on. */
export interface SourceArticle {
  readonly source: {
    readonly title: string;
    readonly authors: readonly string[];
    readonly published: Day;
    readonly urls: readonly string[];
  };
  readonly sections: Readonly<Record<string, string>>;
  readonly claims: readonly Claim[];
}
