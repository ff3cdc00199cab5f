export { DiskStore, type DiskStoreOptions, type Received } from './disk-store.js';
export { registerDiskStoreRoutes } from './disk-routes.js';
export { INCOMING, KEPT, keptKey, newIncomingKey } from './key.js';
export { fileMessages } from './messages.js';
export { type DownloadOrder, ObjectStore, type SignedUpload, type StoredObject, type UploadOrder } from './object-store.js';
