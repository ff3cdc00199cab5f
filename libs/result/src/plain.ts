/** All that a result pack is verified with and a rule book is tried by: it needs no server, no database and no Node, and so runs in a browser too. */
export { sha256Hex } from '#lib/kernel';
export { Misfit, PACK_FAULTS, type PackFault, type PackFaultCode, type PackPlace, faultSentence, printable } from './domain/pack/faults.js';
export { type PackedResult, type ResultPackContent } from './domain/pack/pack.js';
export { type LogEntry, PackTrail, type TrailEnd, readLogEntry } from './domain/pack/pack-trail.js';
export { type EditorTrace, editorTraces, savedAgainSentence, traceInEncoding } from './domain/pack/saved-again.js';
export { type PackVerdict, verifyPack } from './domain/pack/verify-pack.js';
export { type TrialCard, type TrialRound, type TriedRuleBook, tryRuleBook } from './domain/result/trial.js';
