import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type FastifyReply } from 'fastify';
import { type Actor, type Page, Refused } from '#lib/kernel';
import {
  Allow,
  BeforeSecondFactor,
  CONFIG,
  type Config,
  CurrentActor,
  type GraphqlContext,
  PageArguments,
  Public,
  Refusable,
} from '#lib/platform';
import { type OpenedSession, SessionService } from '../application/session.service.js';
import { SessionQueries, type SessionRead } from '../application/session.queries.js';
import { type SignedIn } from '../application/arrivals.js';
import { DraftKeys } from '../application/draft-keys.js';
import { CodeSignInService } from '../application/code-sign-in.service.js';
import { SignInService } from '../application/sign-in.service.js';
import { askerOf, setDeviceCookie, setPendingCookie, pendingTokenOf } from './asker.js';
import { SESSION_COOKIE } from './request-actors.js';
import {
  CodeOwedObject,
  ConfirmSignInInput,
  ConfirmSignInResult,
  CreateAccessTokenInput,
  CreateAccessTokenResult,
  DraftKeyObject,
  RevokeSessionInput,
  RevokeOtherSessionsResult,
  RevokeSessionResult,
  SessionConnection,
  SessionObject,
  SignInInput,
  SignInResult,
  SignOutEverywhereResult,
  SignOutInput,
  SignOutResult,
} from './session.types.js';

/** Signing in and out. */
@Resolver(() => SessionObject)
export class SessionResolver {
  constructor(
    private readonly signIns: SignInService,
    private readonly codes: CodeSignInService,
    private readonly sessions: SessionService,
    private readonly queries: SessionQueries,
    private readonly draftKeys: DraftKeys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => SessionConnection, { description: 'Where you are signed in now.' })
  @Allow('self')
  mySessions(@CurrentActor() actor: Actor, @Args() page: PageArguments): Promise<Page<SessionRead>> {
    return this.queries.mySessions(actor, page);
  }

  @Query(() => DraftKeyObject, {
    nullable: true,
    description: 'The key of what you typed and did not send; null to a program, and before a second factor that you need is set up.',
  })
  @Allow('self')
  draftKey(@CurrentActor() actor: Actor): DraftKeyObject {
    return this.draftKeys.of(actor);
  }

  @Mutation(() => SignInResult, { description: 'Sets the session cookie, or asks for the code of the second factor first.' })
  @Public()
  @Refusable()
  async signIn(
    @Args('input') { email, password }: SignInInput,
    @Context() { request, reply }: GraphqlContext,
  ): Promise<SessionRead | CodeOwedObject | null> {
    const outcome = await this.signIns.signIn({ email, password, asker: askerOf(request, this.config) });
    if (!('pending' in outcome)) return this.comeIn(reply, outcome);
    setPendingCookie(reply, outcome.pending, this.config);
    return new CodeOwedObject(outcome.pending);
  }

  @Mutation(() => ConfirmSignInResult, { description: 'The code of the second factor, in the browser where the password was given.' })
  @Public()
  @Refusable()
  async confirmSignIn(
    @Args('input') { code }: ConfirmSignInInput,
    @Context() { request, reply }: GraphqlContext,
  ): Promise<SessionRead | null> {
    const token = pendingTokenOf(request);
    return this.comeIn(reply, await this.codes.confirmSignIn({ code, token, asker: askerOf(request, this.config) }));
  }

  @Mutation(() => SignOutResult, { description: 'Ends the session of this browser.' })
  @Allow('self')
  @BeforeSecondFactor()
  @Refusable()
  async signOut(
    @CurrentActor() actor: Actor,
    @Args('input') _input: SignOutInput,
    @Context() { reply }: GraphqlContext,
  ): Promise<SessionRead | null> {
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return this.queries.session(actor, (await this.sessions.revokeSession(actor, currentOf(actor), 'signOut')).id);
  }

  @Mutation(() => SignOutEverywhereResult, { description: 'Ends all your sessions, programs too.' })
  @Allow('self')
  @Refusable()
  async signOutEverywhere(
    @CurrentActor() actor: Actor,
    @Args('input') _input: SignOutInput,
    @Context() { reply }: GraphqlContext,
  ): Promise<SessionRead | null> {
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
    await this.sessions.revokeAll(actor, actor.id);
    return this.queries.session(actor, currentOf(actor));
  }

  @Mutation(() => RevokeSessionResult, { description: 'Ends one of your sessions, or takes a token from a program.' })
  @Allow('self')
  @Refusable()
  async revokeSession(@CurrentActor() actor: Actor, @Args('input') input: RevokeSessionInput): Promise<SessionRead | null> {
    return this.queries.session(actor, (await this.sessions.revokeSession(actor, input.sessionId)).id);
  }

  @Mutation(() => RevokeOtherSessionsResult, { description: 'Ends all your sessions but this one, programs too.' })
  @Allow('self')
  @Refusable()
  async revokeOtherSessions(@Args('input') _input: SignOutInput, @CurrentActor() actor: Actor): Promise<SessionRead | null> {
    await this.sessions.revokeOthers(actor);
    return this.queries.session(actor, currentOf(actor));
  }

  @Mutation(() => CreateAccessTokenResult, { description: 'For a program, with some of what you may.' })
  @Allow('self')
  @Refusable()
  async createAccessToken(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateAccessTokenInput,
  ): Promise<OpenedSession & Pick<SessionRead, 'label' | 'scopes'>> {
    const { label, scopes } = input;
    return { ...(await this.sessions.createAccessToken(actor, input)), label, scopes: [...new Set(scopes)].sort() };
  }

  private comeIn(reply: FastifyReply, { actor, device, ...session }: SignedIn): Promise<SessionRead | null> {
    this.setCookie(reply, session);
    setDeviceCookie(reply, device, this.config);
    return this.queries.session(actor, session.id);
  }

  private setCookie(reply: FastifyReply, { token, expiresAt }: OpenedSession): void {
    void reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.secureCookies,
      expires: expiresAt,
    });
  }
}

function currentOf(actor: Actor): string {
  if (actor.sessionId === null) throw new Refused('NOT_FOUND', { what: 'Session' });
  return actor.sessionId;
}
