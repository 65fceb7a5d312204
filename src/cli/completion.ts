import type { Shell } from './choices.js'
import type { CommandWords, OptionWords } from './words.js'

/** The script that completes the program's commands, options and their values in a shell. */
export function completionFor(shell: Shell, commands: readonly CommandWords[]): string {
  switch (shell) {
    case 'bash':
      return bash(commands)
    case 'zsh':
      return `#compdef jiaodui\nautoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`
    case 'fish':
      return fish(commands)
  }
}

const top = (commands: readonly CommandWords[]): CommandWords[] =>
  commands.filter(({ path }) => !path.includes(' '))

function bash(commands: readonly CommandWords[]): string {
  const values = commands.flatMap(({ path, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(({ long, choices }) => `    '${path} ${long}') words='${choices.join(' ')}' ;;`),
  )
  const paths = commands.flatMap(({ path, options }) =>
    options.filter(({ takesPath }) => takesPath).map(({ long }) => `    '${path} ${long}') ;;`),
  )
  const free = commands.flatMap(({ path, options }) =>
    options.filter(isFree).map(({ long }) => `    '${path} ${long}') return ;;`),
  )
  return `# Completes jiaodui in bash: eval "$(jiaodui completion bash)"
_jiaodui() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command='' inner='' words='' at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at]}" in
    -*) ;;
    *) if [ -z "$command" ]; then command=\${COMP_WORDS[at]}; else inner=\${COMP_WORDS[at]}; break; fi ;;
    esac
  done
  case "$command $inner" in
${commands
  .filter(({ path }) => path.includes(' '))
  .map(({ path }) => `    '${path}') command='${path}' ;;`)
  .join('\n')}
  esac
  case "$command $before" in
${[...values, ...paths, ...free].join('\n')}
    *)
      case "$command" in
      '') words='${top(commands)
        .map(({ path }) => path)
        .join(' ')} --help --version' ;;
${commands.map(({ path, options }) => `      '${path}') [[ $word == -* ]] && words='${longs(options)} --help' ;;`).join('\n')}
      esac
      ;;
  esac
  if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -o bashdefault -F _jiaodui jiaodui
`
}

/** Whether an option takes words that nothing can complete. */
const isFree = ({ takesValue, takesPath, choices }: OptionWords): boolean =>
  takesValue && !takesPath && choices.length === 0

const longs = (options: readonly OptionWords[]): string => options.map(({ long }) => long).join(' ')

function fish(commands: readonly CommandWords[]): string {
  const names = top(commands)
  const lines = names.map(
    ({ path, description }) =>
      `complete -c jiaodui -n __fish_use_subcommand -a ${path} -d ${quoted(description)}`,
  )
  const inner = commands
    .filter(({ path }) => path.includes(' '))
    .map(({ path, description }) => {
      const [outer, name] = path.split(' ')
      return `complete -c jiaodui -n '__fish_seen_subcommand_from ${outer}' -a ${name} -d ${quoted(description)}`
    })
  const options = commands.flatMap(({ path, options }) =>
    options.map(({ long, description, takesValue, takesPath, choices }) => {
      const seen = `-n '__fish_seen_subcommand_from ${path.split(' ').at(-1)}'`
      const value = choices.length > 0 ? `-xa ${quoted(choices.join(' '))}` : takesPath ? '-rF' : '-x'
      return `complete -c jiaodui ${seen} -l ${long.slice(2)} ${takesValue ? `${value} ` : ''}-d ${quoted(description)}`
    }),
  )
  return `# Completes jiaodui in fish: jiaodui completion fish | source
${[...lines, ...inner, ...options].join('\n')}
`
}

const quoted = (words: string): string => `'${words.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
