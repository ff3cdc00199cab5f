import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type FastifyReply } from 'fastify';
import { type Actor, type Page, Refused } from '#lib/kernel';
import { Allow, CONFIG, type Config, CurrentActor, type GraphqlContext, PageArguments, Public, Refusable } from '#lib/platform';
import { type OpenedSession, SessionService } from '../application/session.service.js';
import { SessionQueries, type SessionRead } from '../application/session.queries.js';
import { SignInService } from '../application/sign-in.service.js';
import { askerOf, setDeviceCookie } from './asker.js';
import { SESSION_COOKIE } from './request-actors.js';
import {
  CreateAccessTokenInput,
  CreateAccessTokenResult,
  RevokeSessionInput,
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
    private readonly sessions: SessionService,
    private readonly queries: SessionQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => SessionConnection, { description: 'Where you are signed in now.' })
  @Allow('self')
  mySessions(@CurrentActor() actor: Actor, @Args() page: PageArguments): Promise<Page<SessionRead>> {
    return this.queries.mySessions(actor, page);
  }

  @Mutation(() => SignInResult, { description: 'Sets the session cookie.' })
  @Public()
  @Refusable()
  async signIn(@Args('input') input: SignInInput, @Context() { request, reply }: GraphqlContext): Promise<SessionRead | null> {
    const { email, password } = input;
    const { actor, device, ...session } = await this.signIns.signIn({ email, password, asker: askerOf(request, this.config) });
    this.setCookie(reply, session);
    setDeviceCookie(reply, device, this.config);
    return this.queries.session(actor, session.id);
  }

  @Mutation(() => SignOutResult)
  @Allow('self')
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

  @Mutation(() => CreateAccessTokenResult)
  @Allow('self')
  @Refusable()
  async createAccessToken(
    @CurrentActor() actor: Actor,
    @Args('input') input: CreateAccessTokenInput,
  ): Promise<OpenedSession & { label: string }> {
    return { ...(await this.sessions.createAccessToken(actor, input)), label: input.label };
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
