export { CertificatePrintingService, type PrintCertificatesOrder } from './application/certificate-printing.service.js';
export { CertificateQueries } from './application/certificate.queries.js';
export { CertificateService, type IssueCertificatesOrder } from './application/certificate.service.js';
export { PaperQueries } from './application/paper.queries.js';
export { PaperService, type DraftPaperOrder } from './application/paper.service.js';
export { PaperTemplateService, type SaveTemplateOrder } from './application/paper-template.service.js';
export { PaperworkModule, paperworkLibrary } from './paperwork.module.js';
