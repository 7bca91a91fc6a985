import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Failure } from '../ui/states.tsx';

type Props = { children: ReactNode /** A change of it gives the screen another try. */; place: string };

/** Keeps one broken screen from taking the others with it. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override componentDidUpdate(before: Props): void {
    if (before.place !== this.props.place && this.state.error) this.setState({ error: null });
  }

  override render(): ReactNode {
    return this.state.error ? <Crash error={this.state.error} /> : this.props.children;
  }
}

function Crash({ error }: { error: Error }) {
  const { t } = useTranslation();
  // A lazy part of the last version is no longer on the server after an update.
  const isOldVersion = /dynamically imported module|module script|Failed to fetch|preload/i.test(
    error.message,
  );
  return (
    <Failure
      title={t('crash.title')}
      text={
        isOldVersion ? (
          t('crash.chunk')
        ) : (
          <>
            {t('crash.text')}
            <br />
            <code>{error.message}</code>
          </>
        )
      }
      action={
        <Button tone="primary" onClick={() => location.reload()}>
          {t('action.reload')}
        </Button>
      }
    />
  );
}
