export { ChairVoteService, type ChairVoteOrder } from './application/result/chair-vote.service.js';
export { PackQueries, type PublicResultPackRow, type ResultPackRow } from './application/pack/pack.queries.js';
export { PackService } from './application/pack/pack.service.js';
export { CorrectionApplyingService } from './application/correction/correction-applying.service.js';
export { CorrectionService } from './application/correction/correction.service.js';
export { type FinalPlace, type PrizeBook, type PrizeChange, ResultPorts, type TiedGroup } from './application/result/result.ports.js';
export { RoundClosingService } from './application/result/round-closing.service.js';
export { type FinalStandingRow, type StandingRow, StandingsQueries } from './application/result/standings.queries.js';
export { ResultModule, resultLibrary } from './result.module.js';
