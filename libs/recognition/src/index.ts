export { RecognitionService } from './application/recognition.service.js';
export { recognitionLibrary } from './recognition.module.js';
