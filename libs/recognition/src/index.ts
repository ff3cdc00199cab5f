export { isRecorded } from './application/recognition.scope.js';
export { RecognitionService } from './application/recognition.service.js';
export { recognitionLibrary } from './recognition.module.js';
