import { type ReactNode, useState } from 'react';
import { plain, RichText } from '../blocks/mrkdwn.tsx';
import type { Confirm } from '../blocks/types.ts';
import { Dialog } from './Dialog.tsx';

type Asked = { question: Confirm; resolve: (yes: boolean) => void };

/** One question at a time, answered by a promise. */
export function useConfirm() {
  const [asked, setAsked] = useState<Asked>();
  return {
    question: asked?.question,
    confirm: (question: Confirm) => new Promise<boolean>((resolve) => setAsked({ question, resolve })),
    answer: (yes: boolean) => {
      asked?.resolve(yes);
      setAsked(undefined);
    },
  };
}

type Props = { question: Confirm; onAnswer: (yes: boolean) => void };

export function ConfirmDialog({ question, onAnswer }: Props): ReactNode {
  return (
    <Dialog titleId="confirm-title" onEscape={() => onAnswer(false)} className="small">
      <h2 className="dialog-title" id="confirm-title">
        {plain(question.title)}
      </h2>
      <div className="dialog-body text">
        <RichText text={question.text} />
      </div>
      <div className="dialog-footer">
        <button type="button" className="button" onClick={() => onAnswer(false)}>
          {plain(question.deny)}
        </button>
        <button
          type="button"
          className={`button filled ${question.style ?? 'primary'}`}
          onClick={() => onAnswer(true)}
        >
          {plain(question.confirm)}
        </button>
      </div>
    </Dialog>
  );
}
