import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { type Actor } from '#lib/kernel';
import { Allow, CONFIG, type Config, CurrentActor, type GraphqlContext, Public, Refusable } from '#lib/platform';
import { FirstAdministratorService } from '../application/first-administrator.service.js';
import { PasswordService } from '../application/password.service.js';
import { SessionQueries, type SessionRead } from '../application/session.queries.js';
import { askerOf, setDeviceCookie } from './asker.js';
import {
  AcceptFirstAdministratorInput,
  AcceptFirstAdministratorResult,
  ChangePasswordInput,
  ChangePasswordResult,
  RequestPasswordResetInput,
  RequestPasswordResetResult,
  ResetPasswordInput,
  ResetPasswordResult,
} from './session.types.js';

interface Named {
  readonly id: string;
}

/** Passwords, and the links by which they are set. */
@Resolver()
export class PasswordResolver {
  constructor(
    private readonly passwords: PasswordService,
    private readonly first: FirstAdministratorService,
    private readonly sessions: SessionQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Mutation(() => ChangePasswordResult, { description: 'Ends all your other sessions.' })
  @Allow('self')
  @Refusable()
  async changePassword(@CurrentActor() actor: Actor, @Args('input') input: ChangePasswordInput): Promise<SessionRead | null> {
    return this.sessions.session(actor, (await this.passwords.changePassword(actor, input)).id);
  }

  @Mutation(() => RequestPasswordResetResult, { description: 'Mails a link, good for an hour and once, where somebody has this address.' })
  @Public()
  @Refusable()
  requestPasswordReset(@Args('input') input: RequestPasswordResetInput, @Context() { request }: GraphqlContext): Promise<Named> {
    return this.passwords.requestPasswordReset({ email: input.email, asker: askerOf(request, this.config) });
  }

  @Mutation(() => ResetPasswordResult, { description: 'Sets the password by a mailed link, and ends all sessions.' })
  @Public()
  @Refusable()
  async resetPassword(@Args('input') input: ResetPasswordInput, @Context() { request, reply }: GraphqlContext): Promise<Named> {
    const { token, password } = input;
    const { id, device } = await this.passwords.resetPassword({ token, password, asker: askerOf(request, this.config) });
    setDeviceCookie(reply, device, this.config);
    return { id };
  }

  @Mutation(() => AcceptFirstAdministratorResult, {
    description: 'Makes the first account by the link that was printed at the first start.',
  })
  @Public()
  @Refusable()
  acceptFirstAdministrator(@Args('input') input: AcceptFirstAdministratorInput): Promise<Named> {
    return this.first.acceptFirstAdministrator(input);
  }
}
