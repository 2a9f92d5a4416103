import { Component, type ReactNode } from 'react';
import { Action } from '#renderer/basics/index.ts';
import { frameWords, useWords } from '#renderer/locales/index.ts';

type State = { error: Error | null };

/** Catches what a screen throws while drawing, so that the frame stays and the person knows what to do. */
export class Boundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render() {
    return this.state.error ? <Broken detail={this.state.error.message} /> : this.props.children;
  }
}

function Broken({ detail }: { detail: string }) {
  const words = useWords(frameWords);
  return (
    <div className="page broken" role="alert">
      <h1>{words.brokenTitle}</h1>
      <p>{words.brokenText}</p>
      <p className="quiet">{detail}</p>
      <Action kind="primary" onClick={() => window.location.reload()}>
        {words.refresh}
      </Action>
    </div>
  );
}
