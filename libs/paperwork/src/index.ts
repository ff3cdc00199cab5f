export { CertificateQueries } from './application/certificate.queries.js';
export { CertificateService } from './application/certificate.service.js';
export { PaperQueries } from './application/paper.queries.js';
export { PaperService } from './application/paper.service.js';
export { PaperTemplateService, type SaveTemplateOrder } from './application/paper-template.service.js';
export { paperworkLibrary } from './paperwork.module.js';
