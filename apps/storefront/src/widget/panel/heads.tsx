import type { VisitorState } from '@xiaoer/sync/visitor';
import { dayPart } from '../text/greeting.ts';
import { type Say, useShell, useTexts, useUi } from './context.ts';
import { BackIcon, CloseIcon, SoundIcon } from './icons.tsx';
import { TypingWords, useTypist } from './typist.tsx';

function Controls() {
  const shell = useShell();
  const { hasSound } = useUi();
  const say = useTexts();
  const label = say(hasSound ? 'soundOff' : 'soundOn');
  return (
    <>
      <button
        type="button"
        class="icon"
        aria-label={label}
        title={label}
        onClick={() => shell.setSound(!hasSound)}
      >
        <SoundIcon isOn={hasSound} />
      </button>
      <button type="button" class="icon" aria-label={say('close')} title={say('close')} onClick={shell.close}>
        <CloseIcon />
      </button>
    </>
  );
}

const GREETINGS = {
  night: 'greetingNight',
  morning: 'greetingMorning',
  noon: 'greetingNoon',
  afternoon: 'greetingAfternoon',
  evening: 'greetingEvening',
} as const;

export function HomeHead({ visitor }: { visitor: VisitorState | null }) {
  const { isIdentified } = useUi();
  const say = useTexts();
  const greeting = say(GREETINGS[dayPart(new Date().getHours())]);
  const name = isIdentified ? visitor?.customer.name.trim() : '';
  return (
    <div class="brand">
      <div class="bar">
        {visitor && (
          <span class="mark" aria-hidden="true">
            {initial(visitor.widget.shopName)}
          </span>
        )}
        <div class="bar-who">
          <h1>{visitor?.widget.shopName}</h1>
        </div>
        <Controls />
      </div>
      <div class="greeting">
        <strong>{name ? say('greetingNamed', { greeting, name }) : greeting}</strong>
        {visitor && <p>{visitor.widget.greeting}</p>}
      </div>
    </div>
  );
}

export function ThreadHead({ visitor, onBack }: { visitor: VisitorState; onBack: () => void }) {
  const say = useTexts();
  const typist = useTypist(visitor.typing);
  const agent = visitor.conversation?.status === 'open' ? visitor.conversation.agent : null;
  const name = agent?.name ?? visitor.widget.shopName;
  return (
    <div class="brand">
      <div class="bar with-back">
        <button type="button" class="icon" aria-label={say('back')} title={say('back')} onClick={onBack}>
          <BackIcon />
        </button>
        <span class="mark round" aria-hidden="true">
          {agent?.avatarUrl ? <img src={agent.avatarUrl} alt="" /> : initial(name)}
        </span>
        <div class="bar-who">
          <h2>{name}</h2>
          <p>{typist === null ? status(visitor, say) : <TypingWords name={typist} />}</p>
        </div>
        <Controls />
      </div>
    </div>
  );
}

function status(visitor: VisitorState, say: Say): string {
  const { conversation, widget } = visitor;
  if (!conversation) return say(widget.isOpen ? 'statusNew' : 'isClosedNow');
  if (conversation.status === 'resolved') return say('statusEnded');
  if (conversation.agent) return say('statusServing');
  return say(widget.isOpen ? 'statusConnecting' : 'isClosedNow');
}

/** First character as people see it, for the round mark. */
function initial(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? '';
}
