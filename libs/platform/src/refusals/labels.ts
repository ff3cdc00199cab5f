import { type Messages } from '#lib/kernel';

/** What people call the fields that every library's inputs share. */
export const platformLabels: Messages = {
  after: { vi: 'vị trí trang', en: 'the place in the list' },
  by: { vi: 'cách gộp số liệu', en: 'what the counts are by' },
  clientMutationId: { vi: 'mã thao tác', en: 'the operation key' },
  columns: { vi: 'các cột', en: 'the columns' },
  contentType: { vi: 'loại tệp', en: 'the type of the file' },
  filter: { vi: 'điều kiện lọc', en: 'the filter' },
  fileId: { vi: 'tệp', en: 'the file' },
  fileName: { vi: 'tên tệp', en: 'the file name' },
  format: { vi: 'dạng tệp', en: 'the format' },
  first: { vi: 'số dòng mỗi trang', en: 'the number of rows on a page' },
  id: { vi: 'mã bản ghi', en: 'the record' },
  jobId: { vi: 'công việc', en: 'the job' },
  list: { vi: 'danh sách', en: 'the list' },
  ownerId: { vi: 'nơi đính kèm tệp', en: 'what the file is attached to' },
  ownerType: { vi: 'nơi đính kèm tệp', en: 'what the file is attached to' },
  parts: { vi: 'các phần của tệp', en: 'the parts of the file' },
  reason: { vi: 'lý do', en: 'the reason' },
  reasons: { vi: 'lý do', en: 'the reasons' },
  search: { vi: 'nội dung tìm kiếm', en: 'the search' },
  sha256: { vi: 'mã SHA-256 của tệp', en: 'the SHA-256 of the file' },
  size: { vi: 'dung lượng tệp', en: 'the size of the file' },
  version: { vi: 'phiên bản của bản ghi', en: 'the version of the record' },
};
