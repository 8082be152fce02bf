import type { MissReason } from '../model/lock.ts';

/** What a server answered to one request. */
export interface WebAnswer {
  readonly status: number;
  /** By name in small letters. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Without the encoding of its transfer; empty where the status is not 2xx. */
  readonly body: Uint8Array;
}

/** Why a request has no answer. `no-host`: the name does not exist, or there is no connection. */
export type Unanswered = MissReason | 'no-host';

export type Opened =
  | { readonly ok: true; readonly answer: WebAnswer }
  | { readonly ok: false; readonly reason: Unanswered };

/** The one way to the network. */
export interface Web {
  /** Sends one GET to a public address, and follows nothing. @throws the reason of `signal` where that is aborted. */
  open(url: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Opened>;
  /** @throws the reason of `signal` where that is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
}
