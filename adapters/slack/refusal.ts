import { RespondError, webApi } from '@slack/bolt';
import { SettingsError, UnreachableError } from '../shared/index.ts';

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

/** Words, or none, by which Slack says that it has trouble itself: the same call may be taken a moment later. */
const TROUBLE: ReadonlySet<string | null> = new Set([
  null,
  'fatal_error',
  'internal_error',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
]);

/**
 * Slack's own word for why it refused, such as `not_in_channel`; null for a failure on the way, and where a page of
 * somebody in between came back instead of Slack's answer.
 */
export function reasonOf(error: unknown): string | null {
  const reason = error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
  if (reason !== undefined) return /^\w+$/u.test(reason) ? reason : null;
  return error instanceof RefusedPost ? error.code : null;
}

/** Worth one more try. */
export function mayPass(error: unknown): boolean {
  if (error instanceof RespondError) return error.statusCode === 429 || error.statusCode >= 500;
  // What failed on its way to the Web API was tried again by Slack's client.
  if (error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError) return false;
  return TROUBLE.has(reasonOf(error));
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
  return TROUBLE.has(reason)
    ? new UnreachableError(['SLACK_API_URL: Slack cannot be reached; check the network and the address'])
    : new SettingsError([deadToken(variable, reason)]);
}
