import { type ReactNode, useEffect, useState } from 'react';
import type { State } from '../contract.ts';
import { Beginnings } from './Beginnings.tsx';
import { ConversationPane } from './Conversation.tsx';
import { calendarFor } from './dates.ts';
import { ConfirmDialog, useConfirm } from './dialogs/Confirm.tsx';
import { Modal } from './dialogs/Modal.tsx';
import { RestartDialog } from './dialogs/Restart.tsx';
import { HomePane, homeTab } from './Home.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { type Live, useLive } from './live.ts';
import { Notices, useNotices } from './Notices.tsx';
import { PageContext } from './page-context.ts';
import { actAs, usePerson } from './person.ts';
import { usePost } from './post.ts';
import { Sidebar } from './Sidebar.tsx';
import { TimeBar } from './TimeBar.tsx';
import { textsFor } from './texts.ts';
import { useTitle } from './title.ts';
import { TourCard } from './tour/Card.tsx';
import { useTour } from './tour/tour.ts';

export function App(): ReactNode {
  const person = usePerson();
  const live = useLive(person);
  const me = live.state?.me.id;
  useEffect(() => {
    // The server may have answered with somebody else; the address tells who it is.
    if (me !== undefined && person === '') actAs(me);
  }, [me, person]);
  if (live.state) return <Workspace state={live.state} live={live} />;
  const t = textsFor('da-DK');
  return <p className="starting">{live.online ? t.loading : t.offline}</p>;
}

function Workspace({ state, live }: { state: State; live: Live }): ReactNode {
  const { locale, zone } = state.me;
  const t = textsFor(locale);
  const notices = useNotices();
  const { post, busy } = usePost(live.refresh, notices, t);
  const { confirm, question, answer } = useConfirm();
  const [restarting, setRestarting] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const selection = useSelection(state);
  useTitle(state);

  useEffect(() => {
    document.documentElement.lang = locale.slice(0, 2);
  }, [locale]);

  const page = { state, t, calendar: calendarFor(locale, zone), busy, post, confirm };
  const shown = selection.isHome ? homeTab : selection.selected?.id;
  const tour = useTour(state, shown);
  const modalOpen = state.views.length > 0;
  const asking = question !== undefined || restarting;
  const choose = (id: string) => {
    selection.select(id);
    setMenuOpen(false);
  };

  return (
    <PageContext value={page}>
      <div className="page" inert={modalOpen || asking}>
        <TimeBar onMenu={() => setMenuOpen(true)} onShow={selection.show} shown={shown} tell={notices.tell} />
        <Sidebar selected={shown} onSelect={choose} open={menuOpen} onClose={() => setMenuOpen(false)}>
          <Beginnings
            onTour={() => {
              setMenuOpen(false);
              tour.open();
            }}
            onRestart={() => {
              setMenuOpen(false);
              setRestarting(true);
            }}
          />
        </Sidebar>
        {selection.isHome ? <HomePane /> : <ConversationPane conversation={selection.selected} />}
      </div>
      <div inert={asking}>{modalOpen && <Modal key={state.me.id} />}</div>
      {question && <ConfirmDialog question={question} onAnswer={answer} />}
      {restarting && (
        <RestartDialog
          onClose={() => setRestarting(false)}
          onDone={() => {
            if (tour.kept.stage === 'on') tour.begin();
            notices.tell(t.restarted(state.me.name));
          }}
        />
      )}
      <TourCard tour={tour} />
      <Inspector />
      <Notices notices={notices} offline={live.online ? undefined : t.offline} />
    </PageContext>
  );
}

/** Each person's own conversation stays chosen while one looks around as others. */
function useSelection({ me, conversations }: State) {
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const selected = conversations.find(({ id }) => id === chosen[me.id]) ?? conversations[0];
  const isHome = chosen[me.id] === homeTab;
  const show = (person: string, id: string) => {
    setChosen({ ...chosen, [person]: id });
    actAs(person);
  };
  return { selected, isHome, select: (id: string) => show(me.id, id), show };
}
