import { createElement } from './controls.ts';

/** The changed description, to be copied, and the command that scores it. */
export function createCopyPanel() {
  const text = createElement('textarea', { id: 'what-if-yaml', readonly: true, rows: '12', spellcheck: 'false' });
  const command = createElement('code');
  const said = createElement('span', { role: 'status' });
  const button = createElement('button', { type: 'button', id: 'what-if-copy' }, 'Copy as YAML');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = 'Copied.';
    } catch {
      text.select();
      said.textContent = 'The text is selected; copy it with the keys of your system.';
    }
  });
  const node = createElement(
    'details',
    { class: 'copy' },
    createElement('summary', {}, 'The description with your changes'),
    createElement('p', {}, createElement('label', { for: 'what-if-yaml' }, 'As YAML. What is supposed says so.')),
    text,
    createElement('p', {}, button, ' ', said),
    createElement('p', {}, 'Saved as changed.yaml, it scores the same by: ', command),
  );
  return {
    node,
    show(yaml: string, line: string) {
      text.value = yaml;
      command.textContent = line;
      said.textContent = '';
    },
  };
}
