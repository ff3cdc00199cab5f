export { type FinalPlace, type PrizeBook, type PrizeChange, ResultPorts, type TiedGroup } from './application/result/result.ports.js';
export { type JudgedCardRow, type JudgingDetail, JudgingDetailQueries } from './application/result/judging-detail.queries.js';
export { RoundClosingService } from './application/result/round-closing.service.js';
export { ResultModule, resultLibrary } from './result.module.js';
