import { render } from 'preact';
import type { Shell } from '../shell.ts';
import { App } from './app.tsx';
import { ShellProvider } from './context.ts';
import { panelStyles } from './styles.ts';

/** Puts the panel into the widget's shadow root. Called once; opening and closing is state of the shell. */
export function mount(root: ShadowRoot, shell: Shell, addStyles: (text: string) => void): void {
  addStyles(panelStyles);
  const place = document.createElement('div');
  root.append(place);
  render(
    <ShellProvider value={shell}>
      <App />
    </ShellProvider>,
    place,
  );
}
