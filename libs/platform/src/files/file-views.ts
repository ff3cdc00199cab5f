import { Inject, Injectable } from '@nestjs/common';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { Clock, Refused } from '#lib/kernel';
import { CONFIG, type Config } from '../config.js';
import { Database } from '../database/database.js';
import { Refusals } from '../refusals/refusals.js';
import { inline } from './content-disposition.js';
import { keyOf, refuseByWord, sendContent } from './content-routes.js';
import { ObjectStore } from './object-store.js';
import { THUMBNAIL_TYPE } from './read-content.js';
import { type SignedQuery, UrlSigner } from './url-signer.js';

/** What is shown: its name is what it is saved under from there. */
export interface Shown {
  readonly key: string;
  readonly fileName: string;
  readonly contentType: string;
}

/** A signed address, and when it ends. */
export interface FileLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** A film is looked at for longer than a download takes to begin. */
const VIEW_SECONDS = 30 * 60;
/** Whatever is in it runs nothing, loads nothing, and stands in no page but ours. */
const SANDBOX = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/** Shows files from the application's own origin, wherever they lie: `GET /files/v/<key>`, and pictures in small, `GET /files/t/<file>`. */
@Injectable()
export class FileViews {
  private readonly signer: UrlSigner;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly store: ObjectStore,
  ) {
    this.signer = new UrlSigner(config.secret, clock);
  }

  /** The address to look at a content with. Whoever asks for one answers for the right to it, and for its type being one that is shown. */
  viewOf(shown: Shown): FileLink {
    const query = this.signer.signDownload({ ...shown, expiresInSeconds: VIEW_SECONDS }, 'VIEW');
    return this.lasting(`/files/v/${shown.key}?${query}`, VIEW_SECONDS);
  }

  /** An address that was signed for so many seconds from now. */
  lasting(url: string, seconds: number): FileLink {
    return { url, expiresAt: new Date(this.clock.now().getTime() + seconds * 1000) };
  }

  /** The address of a picture in small; it ends within half an hour. */
  thumbnailOf(fileId: string): string {
    return `/files/t/${fileId}?${this.signer.signGlance(fileId)}`;
  }

  serve(fastify: FastifyInstance, refusals: Refusals): void {
    void fastify.register((scope, _options, done) => {
      refuseByWord(scope, refusals);
      scope.get('/files/v/*', { exposeHeadRoute: false }, (request, reply) => this.show(request, reply));
      scope.get('/files/t/*', { exposeHeadRoute: false }, (request, reply) => this.glance(request, reply));
      done();
    });
  }

  private show(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const key = keyOf(request);
    const { contentType, fileName } = this.signer.readDownload(key, request.query as SignedQuery, 'VIEW');
    const headers = { 'content-type': contentType, 'content-disposition': inline(fileName), 'content-security-policy': SANDBOX };
    return sendContent({ request, reply }, { store: this.store, key, headers });
  }

  private async glance(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const id = keyOf(request);
    this.signer.readGlance(id, request.query as SignedQuery);
    const found = await this.database.first(sql<{ thumbnail: Buffer }>`
      select r.thumbnail from stored_file f join content_reading r on r.sha256 = f.sha256 where f.id = ${id} and r.thumbnail is not null`);
    if (!found) throw new Refused('FILE_LOST');
    return reply
      .headers({ 'content-type': THUMBNAIL_TYPE, 'x-content-type-options': 'nosniff', 'content-security-policy': SANDBOX })
      .send(found.thumbnail);
  }
}
