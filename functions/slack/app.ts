import { App, AwsLambdaReceiver, LogLevel } from '@slack/bolt';
import { happenings } from '../../shared/domain/ask.ts';
import { describeError } from '../../shared/log.ts';
import { change } from '../../shared/views/agreement.ts';
import { answerForm } from '../../shared/views/answer.ts';
import { askActions, askForm, askPreviewAction } from '../../shared/views/ask.ts';
import { assessmentActions, assessmentForms } from '../../shared/views/assessment.ts';
import { chooseForm } from '../../shared/views/assessment-result.ts';
import { checkInForm } from '../../shared/views/check-in.ts';
import { closingForm, extendAction } from '../../shared/views/closing.ts';
import { editForms } from '../../shared/views/edit-point.ts';
import { groupActions, groupForms } from '../../shared/views/group-actions.ts';
import { inboxActions } from '../../shared/views/inbox.ts';
import { myDataActions } from '../../shared/views/my-data.ts';
import { newsActions } from '../../shared/views/news.ts';
import { partnerActions } from '../../shared/views/partner.ts';
import { pauseForm } from '../../shared/views/pause.ts';
import { peopleForm, previewAction } from '../../shared/views/people.ts';
import { pointForms } from '../../shared/views/point.ts';
import { promptActions } from '../../shared/views/prompt.ts';
import { bringAction, otherTimesAction, rhythmForms } from '../../shared/views/rhythm.ts';
import { mySettingsForm, openWorkspaceAction } from '../../shared/views/settings.ts';
import { sparringForms } from '../../shared/views/sparring.ts';
import { open, resumeAction } from '../../shared/views/start.ts';
import { talkAction } from '../../shared/views/talk.ts';
import { workspaceForm } from '../../shared/views/workspace-settings.ts';
import { showOtherTimes, submitFirstPoint, submitRhythm, submitSecondPoint } from './agreement-forms.ts';
import { openAnswer, openInbox, submitAnswer } from './answers.ts';
import {
  happened,
  openAskForm,
  openAskOfPoint,
  openOwnAsk,
  previewAsk,
  redirect,
  submitAsk,
  withdraw,
} from './asks.ts';
import {
  beginAssessmentAgain,
  openAssessment,
  submitChoice,
  submitHelpsPage,
  submitNowPage,
  turnToPage,
} from './assessments.ts';
import {
  openAgreement,
  openAgreementForm,
  openCheckIn,
  openHelp,
  openHistory,
  postponePrompt,
  skipPrompt,
} from './buttons.ts';
import { submitCheckIn } from './check-in-form.ts';
import { command } from './command.ts';
import {
  openCommitment,
  openCommitmentAnswer,
  submitCommitment,
  submitCommitmentAnswer,
  takeThisCommitment,
} from './commitments.ts';
import { answerDataRequest, readDataRequest } from './data-page.ts';
import {
  openChangeRhythm,
  openEditPoint,
  openReplacePoint,
  submitChangedRhythm,
  submitEditedPoint,
  submitReplacedPoint,
} from './edit-forms.ts';
import { extendAgreement, stopAgreement, submitClosing } from './endings.ts';
import { isTimely, readRequest } from './event.ts';
import {
  leaveMyGroup,
  openEditGroupPoint,
  openGroupMembers,
  openGroupPause,
  openGroupRhythm,
  openReplaceGroupPoint,
  resumeGroupRounds,
  submitEditedGroupPoint,
  submitGroupMembers,
  submitGroupPause,
  submitGroupRhythm,
  submitReplacedGroupPoint,
  takeGroupPoint,
  takeOverGroup,
} from './group-edits.ts';
import { extendThisGroup, openGroupClosing, stopThisGroup, submitGroupClosing } from './group-endings.ts';
import {
  closeTest,
  openBeginTest,
  openTest,
  submitBeginTest,
  submitTestHelps,
  submitTestNow,
  submitTheme,
  turnTestPage,
} from './group-tests.ts';
import {
  chooseMembers,
  openGroup,
  openMakeGroup,
  openMine,
  submitGroupPoints,
  submitGroupWho,
} from './groups.ts';
import { publishHome } from './home.ts';
import { introduce } from './introduction.ts';
import { listening } from './listen.ts';
import { correctMyData, fetchMyData, followDataLink, openMyData, removeMyData } from './my-data.ts';
import {
  accept,
  decline,
  leave,
  openInvitation,
  openOutsideText,
  openShared,
  openWin,
  sayTalked,
  sayTalkedOutside,
} from './partners.ts';
import { openPause, resumePrompts, submitPause } from './pauses.ts';
import { bringPeople, openPeople, previewPeople, submitPeople } from './people.ts';
import { refreshProfile } from './profile.ts';
import {
  closeRoundNow,
  openContribution,
  openHandOver,
  openLines,
  openRoundNow,
  submitContribution,
  submitHandOver,
  submitLines,
} from './rounds.ts';
import type { RunDeps } from './run.ts';
import {
  openSettings,
  openWorkspaceSettings,
  submitMySettings,
  submitWorkspaceSettings,
  talkToSomeone,
} from './settings.ts';
import { noticeShared } from './shared-channel.ts';
import {
  openSparring,
  openSparringAnswer,
  openSparringSaid,
  submitSparring,
  submitSparringAnswer,
} from './sparring.ts';

export type SlackDeps = RunDeps & { signingSecret: string };

export type Response = { statusCode: number; headers?: Record<string, unknown>; body: string };

/** The Bolt app as a handler of API Gateway HTTP API events (payload format 2.0). Never rejects. */
export function slackApp(deps: SlackDeps): (event: unknown) => Promise<Response> {
  const receiver = new AwsLambdaReceiver({
    signingSecret: deps.signingSecret,
    logger: boltLogger(deps),
    invalidRequestSignatureHandler: () => deps.log.warn('A request with a wrong signature', {}),
    customPropertiesExtractor: (event) => ({ arrivedAt: event.requestContext.arrivedAt }),
  });
  const app = new App({
    receiver,
    logger: boltLogger(deps),
    convoStore: false,
    // Slack is called through our own client; with a `token` here Bolt would call auth.test on every cold start.
    authorize: async () => ({}),
  });
  app.error(async (error) => deps.log.error('Bolt caught an error', describeError(error)));

  const on = listening(app, deps);
  on.command('/trivsel', command);

  on.action(open.assessment, openAssessment);
  on.action(assessmentActions.page, turnToPage);
  on.action(assessmentActions.again, beginAssessmentAgain);
  on.action(open.agreementForm, openAgreementForm);
  on.action(open.agreement, openAgreement);
  on.action(open.checkIn, openCheckIn);
  on.action(open.pause, openPause);
  on.action(open.history, openHistory);
  on.action(open.help, openHelp);
  on.action(otherTimesAction, showOtherTimes);
  on.action(change.edit, openEditPoint);
  on.action(change.replace, openReplacePoint);
  on.action(change.rhythm, openChangeRhythm);
  on.action(change.stop, stopAgreement);
  on.action(extendAction, extendAgreement);
  on.action(resumeAction, resumePrompts);
  on.action(promptActions.tomorrow, postponePrompt);
  on.action(promptActions.skip, skipPrompt);

  on.action(bringAction, bringPeople);
  on.action(previewAction, previewPeople);
  on.action(change.people, openPeople);
  on.action(newsActions.people, openPeople);
  on.action(change.ask, openAskForm);
  on.action(askPreviewAction, previewAsk);
  on.action(change.seeAsk, openAskOfPoint);
  on.action(newsActions.ownAsk, openOwnAsk);
  on.action(askActions.redirect, redirect);
  on.action(askActions.withdraw, withdraw);
  for (const happening of happenings) on.action(`${askActions.happened}.${happening}`, happened(happening));
  on.action(open.inbox, openInbox);
  on.action(inboxActions.ask, openAnswer);
  on.action(inboxActions.invitation, openInvitation);
  on.action(partnerActions.accept, accept);
  on.action(partnerActions.decline, decline);
  on.action(inboxActions.leave, leave);
  on.action(inboxActions.talked, sayTalked);
  on.action(newsActions.talkedOutside, sayTalkedOutside);
  on.action(newsActions.outsideText, openOutsideText);
  on.action(inboxActions.shared, openShared);
  on.action(inboxActions.win, openWin);
  on.action(open.sparring, openSparring);
  on.action(inboxActions.sparring, openSparringAnswer);
  on.action(newsActions.sparringAnswer, openSparringSaid);

  on.action(open.settings, openSettings);
  on.action(openWorkspaceAction, openWorkspaceSettings);
  on.action(talkAction, talkToSomeone);
  on.action(open.myData, openMyData);
  on.action(myDataActions.fetch, fetchMyData);
  on.action(myDataActions.visit, followDataLink);
  on.action(myDataActions.correct, correctMyData);
  on.action(myDataActions.remove, removeMyData);
  on.action(open.mine, openMine);
  on.action(groupActions.see, openGroup);
  on.action(groupActions.make, openMakeGroup);
  on.action(groupActions.chooseMembers, chooseMembers);
  on.action(groupActions.members, openGroupMembers);
  on.action(groupActions.rhythm, openGroupRhythm);
  on.action(groupActions.editPoint, openEditGroupPoint);
  on.action(groupActions.replacePoint, openReplaceGroupPoint);
  on.action(groupActions.takePoint, takeGroupPoint);
  on.action(groupActions.pause, openGroupPause);
  on.action(groupActions.resume, resumeGroupRounds);
  on.action(groupActions.end, openGroupClosing);
  on.action(groupActions.extend, extendThisGroup);
  on.action(groupActions.stop, stopThisGroup);
  on.action(groupActions.leave, leaveMyGroup);
  on.action(groupActions.takeOver, takeOverGroup);
  on.action(groupActions.openRound, openRoundNow);
  on.action(groupActions.contribute, openContribution);
  on.action(groupActions.closeRound, closeRoundNow);
  on.action(groupActions.handOver, openHandOver);
  on.action(groupActions.lines, openLines);
  on.action(groupActions.commit, openCommitment);
  on.action(groupActions.answer, openCommitmentAnswer);
  on.action(groupActions.take, takeThisCommitment);
  on.action(groupActions.testBegin, openBeginTest);
  on.action(groupActions.testOpen, openTest);
  on.action(groupActions.testPage, turnTestPage);
  on.action(groupActions.testClose, closeTest);

  on.submit(assessmentForms.now, submitNowPage);
  on.submit(assessmentForms.helps, submitHelpsPage);
  on.submit(chooseForm, submitChoice);
  on.submit(pointForms[0], submitFirstPoint);
  on.submit(pointForms[1], submitSecondPoint);
  on.submit(rhythmForms.new, submitRhythm);
  on.submit(rhythmForms.change, submitChangedRhythm);
  on.submit(editForms.edit, submitEditedPoint);
  on.submit(editForms.replace, submitReplacedPoint);
  on.submit(checkInForm, submitCheckIn);
  on.submit(closingForm, submitClosing);
  on.submit(pauseForm, submitPause);
  on.submit(peopleForm, submitPeople);
  on.submit(askForm, submitAsk);
  on.submit(answerForm, submitAnswer);
  on.submit(sparringForms.ask, submitSparring);
  on.submit(sparringForms.answer, submitSparringAnswer);
  on.submit(mySettingsForm, submitMySettings);
  on.submit(workspaceForm, submitWorkspaceSettings);
  on.submit(groupForms.who, submitGroupWho);
  on.submit(groupForms.points, submitGroupPoints);
  on.submit(groupForms.members, submitGroupMembers);
  on.submit(groupForms.rhythm, submitGroupRhythm);
  on.submit(groupForms.editPoint, submitEditedGroupPoint);
  on.submit(groupForms.replacePoint, submitReplacedGroupPoint);
  on.submit(groupForms.pause, submitGroupPause);
  on.submit(groupForms.closing, submitGroupClosing);
  on.submit(groupForms.contribute, submitContribution);
  on.submit(groupForms.handOver, submitHandOver);
  on.submit(groupForms.lines, submitLines);
  on.submit(groupForms.commit, submitCommitment);
  on.submit(groupForms.answer, submitCommitmentAnswer);
  on.submit(groupForms.testBegin, submitBeginTest);
  on.submit(groupForms.testNow, submitTestNow);
  on.submit(groupForms.testHelps, submitTestHelps);
  on.submit(groupForms.testName, submitTheme);

  on.homeOpened(publishHome, introduce);
  on.userChange(refreshProfile);
  on.channelShared(noticeShared);

  const handle = receiver.toHandler();
  return async (event) => {
    // The one thing that isn't Slack's to ask for, and so isn't signed.
    const dataRequest = readDataRequest(event);
    if (dataRequest !== undefined) return answerDataRequest(deps, dataRequest);
    const nowMillis = Date.now();
    const request = readRequest(event, nowMillis);
    if (request === undefined) return { statusCode: 400, body: '' };
    if (!isTimely(request.timestamp, nowMillis)) return { statusCode: 401, body: '' };
    return handle(request.event, undefined);
  };
}

/** Bolt's debug level logs whole events, so nothing below warnings is passed on. */
function boltLogger({ log }: SlackDeps) {
  const forward = (level: 'warn' | 'error') => (said: unknown) =>
    log[level]('Bolt said something', describeError(said));
  const nothing = () => {};
  return {
    debug: nothing,
    info: nothing,
    warn: forward('warn'),
    error: forward('error'),
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  };
}
