import type { CommandCompletion, CompletionValues } from './completions.ts';

/** A text within single quotes. */
function quoteForZsh(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A text within a part of a specification, where brackets and colons have a meaning. */
function escapeZshSpec(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&');
}

function renderZshValues(values: CompletionValues): string {
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

function renderZshSpecs({ options, args }: CommandCompletion): readonly string[] {
  const ofOptions = options.map(({ flag, about, values, isMany }) => {
    const many = isMany ? '*' : '';
    if (values === null) return `${many}${flag}[${escapeZshSpec(about)}]`;
    return `${many}${flag}=[${escapeZshSpec(about)}]:${flag.slice(2)}:${renderZshValues(values)}`;
  });
  const ofArgs = args.map(({ values, isMany }, at) => `${isMany ? '*' : at + 1}:argument:${renderZshValues(values)}`);
  return [...ofOptions, ...ofArgs];
}

export function renderZshScript(commands: readonly CommandCompletion[]): string {
  const list = commands.map(({ id, summary }) => `    ${quoteForZsh(`${id}:${escapeZshSpec(summary)}`)}\n`).join('');
  const cases = commands
    .map((command) => {
      const lines = renderZshSpecs(command).map((specification) => ` \\\n        ${quoteForZsh(specification)}`);
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
