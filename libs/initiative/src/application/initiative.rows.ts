import { type ContestAct, type ContestPhase, type DatedPhase, type Track } from '#domain/contest';
import { type ContestName } from '#lib/contest';
import { type PersonName } from '#lib/identity';
import { type Reason, type RefusalObject } from '#lib/platform';
import { type Ask } from '../domain/asks.js';
import { type AuthorAnswer } from '../domain/authorship.js';
import { type Influence } from '../domain/content.js';
import { type LinkVerdict, type ScreeningVerdict } from '../domain/initiative-parts.entity.js';
import { type DossierFileKind } from '../domain/dossier-files.js';
import { type InitiativeState } from '../domain/states.js';
import { type InitiativeName } from './initiative-name.js';

export interface AreaName {
  readonly id: string;
  readonly areaCode: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

export interface OwnerName {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly abbreviation: string | null;
}

export interface AuthorRow {
  readonly person: PersonName;
  readonly share: string;
  readonly lead: boolean;
}

/** What an author has said of being that, with this share; null: nothing yet. */
export interface AuthorAnswerRow {
  readonly personId: string;
  readonly answer: AuthorAnswer | null;
  readonly answeredAt: string | null;
  readonly declineReason: string | null;
}

/** A line of a list of initiatives. */
export interface InitiativeSummary {
  readonly id: string;
  readonly version: number;
  readonly receiptNumber: string | null;
  readonly title: string;
  readonly state: InitiativeState;
  readonly influence: Influence;
  /** Null where the contest's prizes do not ask, and in a draft that has not said it yet. */
  readonly track: Track | null;
  readonly illustrative: boolean;
  readonly contest: ContestName;
  readonly submittedAt: string | null;
  readonly savedAt: string;
  readonly returnDueAt: string | null;
  readonly area: AreaName;
  readonly owner: OwnerName;
  readonly authors: readonly AuthorRow[];
}

/** What one person may do with an initiative now, as far as that follows from where it stands and not from all that it says. */
export interface InitiativeRights {
  readonly canEdit: boolean;
  readonly canEditOnBehalf: boolean;
  readonly canConfirm: boolean;
  readonly canSendBack: boolean;
  readonly canWithdraw: boolean;
  readonly canScreen: boolean;
  readonly canMoveReturnDue: boolean;
  readonly canDisqualify: boolean;
  readonly canLink: boolean;
}

/** One of a list; also who last screened it, for those who screen: null where nobody did, and to others. */
export interface InitiativeListed extends InitiativeSummary, InitiativeRights {
  readonly screenedBy: ScreenerName | null;
}

export interface ScreenerName {
  readonly id: string;
  readonly fullName: string;
}

export interface ScreeningRow {
  readonly id: string;
  readonly verdict: ScreeningVerdict;
  readonly reason: string;
  readonly dueAt: string | null;
  readonly asks: readonly Ask[];
  readonly at: string;
}

export interface VersionStamp {
  readonly id: string;
  readonly number: number;
  readonly hash: string;
  readonly submittedAt: string;
}

export interface LinkRow {
  readonly id: string;
  readonly verdict: LinkVerdict;
  readonly reason: string | null;
  readonly at: string;
  readonly earlier: EarlierRow;
}

/** An initiative of an earlier year, as what points to it shows it. */
export interface EarlierRow extends InitiativeName {
  readonly contest: ContestName;
}

/** The one of an earlier year that an initiative says it improves. */
export interface ImprovedRow extends EarlierRow {
  readonly mayRead: boolean;
}

/** A file of a dossier, at its place. */
export interface DossierFileRow {
  readonly id: string;
  readonly fileName: string;
  readonly caption: string | null;
  readonly kind: DossierFileKind;
  readonly ordinal: number;
  readonly contentType: string;
  readonly size: number;
  /** Null for whoever is not to learn whose it is. */
  readonly sha256: string | null;
  /** It is of a kind that can be shown without being saved. */
  readonly canView: boolean;
  readonly hasText: boolean;
  readonly thumbnailUrl: string | null;
}

export interface ContestStamp extends ContestName {
  readonly phase: ContestPhase;
  readonly headConfirms: boolean;
  /** It is sent in once each author has confirmed that they are one. */
  readonly authorsConfirm: boolean;
  /** Its prizes have tracks, so that an initiative says whether it is of one author or of several. */
  readonly asksTrack: boolean;
}

/** What the head of its unit sent it back for. */
export interface SentBackRow {
  readonly words: string;
  readonly at: string;
  readonly byName: string;
}

/** What an initiative says and where it stands, as one person may see it. */
export interface InitiativeContent extends InitiativeSummary {
  readonly problem: string;
  readonly solution: string;
  readonly novelty: string;
  readonly effect: string;
  readonly firstAppliedOn: string | null;
  readonly confidential: string | null;
  readonly ownWorkAt: string | null;
  readonly notPrizedElsewhereAt: string | null;
  readonly nobodyOnJuryAt: string | null;
  readonly confirmedAt: string | null;
  /** For its owner; to others null. */
  readonly sentBack: SentBackRow | null;
  readonly paperReceivedAt: string | null;
  readonly endReason: string | null;
  readonly contest: ContestStamp;
  /** Who of the secretariat drafted it on behalf of its submitter; null where nobody did. */
  readonly draftedByName: string | null;
  readonly improves: ImprovedRow | null;
  /** What it was returned for, part by part; empty where it is not with its authors for that. */
  readonly asks: readonly Ask[];
  /** For its owner and the secretariat; to others it is empty. */
  readonly authorAnswers: readonly AuthorAnswerRow[];
  readonly files: readonly DossierFileRow[];
  readonly screenings: readonly ScreeningRow[];
  readonly versions: readonly VersionStamp[];
  readonly links: readonly LinkRow[];
}

/** Of its content, what those rights follow from. */
export interface InitiativeStanding extends Pick<
  InitiativeContent,
  'state' | 'submittedAt' | 'ownWorkAt' | 'notPrizedElsewhereAt' | 'nobodyOnJuryAt' | 'confirmedAt'
> {
  readonly contest: Pick<ContestStamp, 'phase' | 'headConfirms'>;
}

/** What the policies are asked over, beside the content; stays inside. */
export interface InitiativeFacts extends StandingFacts {
  /** Those of the authors who have a seat in the contest. */
  readonly seated: readonly string[];
}

/** Of it, what tells the rights that follow from where it stands. */
export interface StandingFacts {
  readonly own: boolean;
  /** They draft it on somebody's behalf. */
  readonly inHand: boolean;
  readonly screens: boolean;
  readonly head: boolean;
  readonly heldAt: string | null;
  readonly graceMinutes: number;
  readonly phases: readonly DatesRead[];
}

interface DatesRead {
  readonly kind: DatedPhase;
  readonly startsAt: string;
  readonly endsAt: string | null;
  readonly permits: readonly ContestAct[];
}

/** One initiative as a page shows it: its content, and what this person may do with it now. */
export interface InitiativeRow extends InitiativeContent, InitiativeRights {
  readonly whyNotSendBack: Reason;
  readonly canSubmit: boolean;
  readonly whyNotSubmit: Reason;
  readonly problems: readonly RefusalObject[];
  /** Read for the office, not as one's own: such a reading is logged. */
  readonly readForOffice: boolean;
}
