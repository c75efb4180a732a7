/**
 * The Slack app as Slack is told of it: from here come manifest.json, what the docs link to, and what is missing when
 * an installed app may do less. https://docs.slack.dev/reference/app-manifest/
 */

/** What each method that we call asks of a bot's token. https://docs.slack.dev/reference/methods/ has a page for each. */
export const methodScopes: Record<string, string[]> = {
  'auth.test': [],
  // Also to a person's id: only to open the conversation oneself takes `im:write`.
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  // Of public channels, and of private ones that our bot is in.
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'pins.add': ['pins:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/** And what each event does that we are told of. https://docs.slack.dev/reference/events/ has a page for each. */
export const eventScopes: Record<string, string[]> = {
  app_home_opened: [],
  channel_shared: ['channels:read', 'groups:read'],
  user_change: ['users:read'],
};

/** Everything that the app may do, and nothing more; `commands` is for `/trivsel`. */
export const botScopes: string[] = [
  ...new Set(['commands', ...Object.values(methodScopes).flat(), ...Object.values(eventScopes).flat()]),
].sort();

/** Words that the command knows; the forms behind them say the rest. */
export const usageHint =
  'aftale · test · opfølgning · gruppe · runde · sparring · pause · indstillinger · mine-data · hjælp';

/** By Socket Mode, or where Slack's requests are sent: an https address. */
export type Reach = 'socket' | { url: string };

/** The manifest of the app that Slack reaches so. */
export function manifestFor(reach: Reach) {
  const isSocket = reach === 'socket';
  const url = isSocket ? {} : { url: reach.url };
  const requestUrl = isSocket ? {} : { request_url: reach.url };
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Trivsel',
      description:
        'To punkter, en aftale og hjælp til at holde fast. Two points, one agreement, followed up.',
      background_color: '#004455',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: true,
      },
      bot_user: { display_name: 'trivsel', always_online: true },
      slash_commands: [
        {
          command: '/trivsel',
          ...url,
          description: 'Din lederaftale / your leader agreement',
          usage_hint: usageHint,
          should_escape: true,
        },
      ],
    },
    oauth_config: { scopes: { bot: botScopes } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: Object.keys(eventScopes).sort() },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: isSocket,
      token_rotation_enabled: false,
    },
  };
}

/**
 * Where Slack makes the app with one press. https://docs.slack.dev/app-manifests/configuring-apps-with-app-manifests/
 * ("Sharing manifests")
 */
export function createUrl(reach: Reach): string {
  return `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifestFor(reach)))}`;
}
