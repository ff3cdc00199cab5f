export { Certificate, type CertificateState } from './certificate.entity.js';
export { type PaperGap, type SourceLack } from './compose.js';
export { PAPER_STATES, Paper, type PaperState } from './paper.entity.js';
export { KIND_FACTS, PAPER_KINDS, type PaperKind, kindsAbout } from './paper-kinds.js';
export { PaperTemplate, type TemplateSaid } from './paper-template.entity.js';
