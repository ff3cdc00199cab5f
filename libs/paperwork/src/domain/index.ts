export { Certificate } from './certificate.entity.js';
export { Paper } from './paper.entity.js';
export { KIND_FACTS, PAPER_KINDS, type PaperKind, kindsAbout } from './paper-kinds.js';
export { PaperTemplate } from './paper-template.entity.js';
