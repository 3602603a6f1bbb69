import { RespondError, webApi } from '@slack/bolt';
import { SettingsError } from '../shared/index.ts';

/** Slack took a post to a `response_url` and said no. */
export class RefusedPost extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'RefusedPost';
    this.code = code;
  }
}

/** Words by which Slack says that a token is of no use any more: trying again cannot help. */
const DEAD_TOKEN: ReadonlySet<string> = new Set([
  'account_inactive',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'org_login_required',
  'team_access_not_granted',
  'team_disabled',
  'token_expired',
  'token_revoked',
  'user_removed_from_team',
]);

/** Slack's own word for why it refused, such as `not_in_channel`; null for a failure on the way. */
export function reasonOf(error: unknown): string | null {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  return error instanceof RefusedPost ? error.code : null;
}

export function isDeadToken(error: unknown): boolean {
  return DEAD_TOKEN.has(reasonOf(error) ?? '');
}

/** Slack does not like the blocks: the same words without them may still be taken. */
export function isAboutContent(error: unknown): boolean {
  if (error instanceof RespondError) return error.statusCode === 400;
  return /block|too_long|invalid_arg|attachment/u.test(reasonOf(error) ?? '');
}

export function deadToken(variable: string, reason: string | null): string {
  return `${variable}: Slack says ${reason}; copy the token again from the app's settings (docs/slack.md)`;
}

/** Why it could not start, for the operator. */
export function startFault(variable: string, error: unknown): SettingsError {
  const reason = reasonOf(error);
  return new SettingsError([
    reason === null
      ? 'SLACK_API_URL: Slack cannot be reached; check the network and the address'
      : deadToken(variable, reason),
  ]);
}
