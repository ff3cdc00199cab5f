import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';

interface Question {
  readonly name: string;
  readonly query: string;
  /** `$name` stands for what the address says there. */
  readonly variables: Readonly<Record<string, string | null>>;
}

interface FirstLoad {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly questions: readonly Question[];
}

/** What the build says of each page that people reach from elsewhere, by its address in the router's notation. */
export interface FirstLoads {
  readonly fonts: readonly string[];
  readonly firstLoads: Readonly<Record<string, FirstLoad>>;
}

/** A page does not wait longer than this for answers that it can ask for itself. */
const WAIT_MS = 400;

/** What is sent with a page, so that a browser has nothing to ask for one after another: its parts, and what it shows at first. */
export class FirstLoader {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly built: FirstLoads,
  ) {}

  /** For the head of the page. */
  partsOf(path: string): string {
    const { scripts, styles } = this.built.firstLoads[path] ?? { scripts: [], styles: [] };
    const lines = [
      ...this.built.fonts.map((file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${file}" />`),
      ...scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}" />`),
      ...styles.map((file) => `<link rel="stylesheet" crossorigin href="/${file}" />`),
    ];
    return lines.join('\n    ');
  }

  /**
   * What anyone is answered who opens the page as it stands without a search in its address; asked over the API, within the limits of whoever
   * opens it. Nothing where that is refused or takes long.
   */
  async answersOf(path: string, request: FastifyRequest): Promise<string> {
    const questions = this.built.firstLoads[path]?.questions ?? [];
    if (questions.length === 0 || request.url.includes('?')) return '';
    const answers = await Promise.race([
      Promise.all(questions.map((question) => this.ask(question, request))),
      new Promise<null>((resolve) => setTimeout(resolve, WAIT_MS, null).unref()),
    ]);
    const known = (answers ?? []).filter((answer) => answer !== null);
    if (known.length === 0) return '';
    // A data block ends at the first `</script`, wherever it stands.
    return `<script type="application/json" id="first-answers">${JSON.stringify(known).replaceAll('<', '\\u003c')}</script>`;
  }

  private async ask({ name, query, variables }: Question, request: FastifyRequest) {
    const params = request.params as Record<string, string>;
    const filled = Object.fromEntries(
      Object.entries(variables).map(([key, value]) => [key, value?.startsWith('$') ? (params[value.slice(1)] ?? null) : value]),
    );
    const forwarded = request.headers['x-forwarded-for'];
    const reply = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: request.socket.remoteAddress,
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      payload: { query, variables: filled },
    });
    const { data, errors } = reply.json<{ data?: object | null; errors?: unknown }>();
    return data && !errors ? { name, variables: filled, data } : null;
  }
}
