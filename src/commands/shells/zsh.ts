import type { Completed, Values } from './completed.ts';

/** A text within single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text within a part of a specification, where brackets and colons have a meaning. */
function plain(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&');
}

function proposing(values: Values): string {
  switch (values.kind) {
    case 'words':
      return `(${values.words.join(' ')})`;
    case 'files':
      return '_files';
    case 'folders':
      return '_files -/';
    case 'free':
      return ' ';
  }
}

function specifications({ options, args }: Completed): readonly string[] {
  const ofOptions = options.map(({ flag, about, values, isMany }) => {
    const many = isMany ? '*' : '';
    if (values === null) return `${many}${flag}[${plain(about)}]`;
    return `${many}${flag}=[${plain(about)}]:${flag.slice(2)}:${proposing(values)}`;
  });
  const ofArgs = args.map(({ values, isMany }, at) => `${isMany ? '*' : at + 1}:argument:${proposing(values)}`);
  return [...ofOptions, ...ofArgs];
}

/** The script for zsh. */
export function zshScript(commands: readonly Completed[]): string {
  const list = commands.map(({ id, summary }) => `    ${quoted(`${id}:${plain(summary)}`)}\n`).join('');
  const cases = commands
    .map((command) => {
      const lines = specifications(command).map((specification) => ` \\\n        ${quoted(specification)}`);
      return `    ${command.id})\n      _arguments${lines.join('')}\n      ;;\n`;
    })
    .join('');
  return `#compdef demandfit
# zsh completion of demandfit, made by: demandfit completion zsh
# To use it: demandfit completion zsh > a folder of $fpath, as _demandfit

_demandfit() {
  local -a commands
  commands=(
${list}  )
  local command=score
  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
    _describe -t commands command commands
  elif [[ -n \${commands[(r)$words[2]:*]} ]]; then
    command=$words[2]
    shift words
    ((CURRENT--))
  fi
  case $command in
${cases}  esac
}

if [[ $funcstack[1] == _demandfit ]]; then
  _demandfit "$@"
else
  compdef _demandfit demandfit
fi
`;
}
