import { GraphQLClient, gql } from 'graphql-request';
import { people } from '../../../prisma-free-schema/seeds/content/index.js';
import { Player, REFUSAL, Reader, type RefusalAnswer, RefusedOutOfTurn, refusalIn } from './player.js';
import { type Settings } from './settings.js';

const SIGN_IN = gql`
  mutation ($input: SignInInput!) {
    signIn(input: $input) { __typename ${REFUSAL} }
  }
`;
const ME = gql`
  {
    me {
      id
      person {
        fullName
        unit {
          id
          nameVi
        }
      }
    }
  }
`;

interface Me {
  readonly id: string;
  readonly person: { readonly fullName: string; readonly unit: { readonly id: string; readonly nameVi: string } | null };
}

/** The people of the demo season, by their keys in its content, each signed in when they first come on. */
export class Cast {
  readonly anyone: Reader;
  private readonly players = new Map<string, Promise<Player>>();

  constructor(private readonly settings: Settings) {
    this.anyone = new Reader(this.client());
  }

  as(key: string): Promise<Player> {
    const player = this.players.get(key) ?? this.signIn(key);
    this.players.set(key, player);
    return player;
  }

  /** All at once. */
  all(keys: readonly string[]): Promise<Player[]> {
    return Promise.all(keys.map((key) => this.as(key)));
  }

  get url(): string {
    return this.settings.url;
  }

  async signOut(): Promise<void> {
    const leaving = [...this.players.values()];
    this.players.clear();
    for (const player of leaving) await player.then((one) => one.act('signOut', {}, 'id')).catch(() => undefined);
  }

  private async signIn(key: string): Promise<Player> {
    const email = people.find((person) => person.key === key)?.email;
    const { data, headers } = await this.client().rawRequest<{ signIn: RefusalAnswer | { __typename: 'Session' } }>(SIGN_IN, {
      input: { email, password: this.settings.password },
    });
    if (data.signIn.__typename === 'Refusal') throw new RefusedOutOfTurn(`signIn ${email ?? key}`, refusalIn(data.signIn));
    const cookie = headers
      .getSetCookie()
      .map((set) => set.split(';')[0])
      .join('; ');
    const client = this.client({ cookie });
    const { me } = await client.request<{ me: Me }>(ME);
    return new Player(client, me.id, me.person.fullName, me.person.unit);
  }

  private client(headers: Record<string, string> = {}): GraphQLClient {
    return new GraphQLClient(`${this.settings.url}/graphql`, { headers: { 'accept-language': 'vi', ...headers } });
  }
}
