import { type AcceptedValue, list, mapping, trimmedText, wholeNumber } from './schema/schema.ts';

const hosts = list(trimmedText);

/** What a host says of who is behind an address. */
export interface HostRegister extends AcceptedValue<typeof hostsFile> {}

export const hostsFile = mapping({
  /** Where the first part of each path is another owner's. */
  shared: hosts,
  /** How many sources of one answer from one owner are reported. */
  same_origin: wholeNumber(2),
  /** Names that no public server has, with all below them. */
  private: hosts,
  /** Where copies of pages are kept, each under the address of the page. */
  archives: hosts,
});
