export { RecognitionService } from './application/recognition.service.js';
export { RecognitionModule, recognitionLibrary } from './recognition.module.js';
