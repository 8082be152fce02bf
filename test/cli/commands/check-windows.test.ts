import * as path from 'node:path';
import { expect, it } from 'vitest';
import { checkCommand } from '../../../src/cli/commands/check.ts';
import type { Host } from '../../../src/cli/host.ts';
import { decideExitCode, EXIT } from '../../../src/cli/line/exit.ts';
import { RecordingHost } from '../../support/recording-host.ts';
import { shippedRubric } from '../../support/rubric.ts';
import { WARNED } from './warned.ts';

/** A disk of Windows, with text whose lines end as they do there. */
class WindowsHost extends RecordingHost {
  private readonly files: Readonly<Record<string, string>> = {
    'pitches/a.yaml': WARNED.replaceAll('\n', '\r\n'),
    'ci/demandfit.config.yaml':
      "overrides:\r\n  - { files: ['../pitches/*.yaml'], rules: { quote/answer-missing: error } }\r\n",
  };
  override readonly disk: Host['disk'] = {
    separator: '\\',
    stat: (name) => (this.textOf(name) === undefined ? null : { kind: 'file' }),
    readFile: (name) => new TextEncoder().encode(this.textOf(name) ?? ''),
    list: () => [],
    realPath: (name) => name,
    lines: () => [],
  };

  private textOf(name: string): string | undefined {
    return this.files[name.replaceAll('\\', '/')];
  }

  override nameFrom(folder: string, file: string): string {
    const whole = (name: string) => path.win32.resolve('C:\\work', name);
    return path.win32.relative(whole(folder), whole(file)).replaceAll('\\', '/') || '.';
  }
}

it('takes names as Windows writes them, and prints them with slashes', async () => {
  const host = new WindowsHost(shippedRubric());
  const options = { config: 'ci\\demandfit.config.yaml', format: ['github'] };
  expect(decideExitCode(await checkCommand.run(['pitches\\a.yaml'], options, host))).toBe(EXIT.failed);
  expect(host.written.stdout).toMatch(/^::error file=pitches\/a\.yaml,line=10,endLine=10,col=96,/m);
});
