import { type RefusalBook } from '#lib/kernel';

/** What stands in the way of a result pack. */
export const packMessages: RefusalBook['messages'] = {
  PACK_NOTHING_CLOSED: {
    vi: 'Chưa có vòng chấm nào kết thúc nên chưa có gói kết quả.',
    en: 'No round is closed, so there is nothing to pack.',
  },
  PACK_CARDS_TOO_OLD: {
    vi: 'Có phiếu ký trước khi hệ thống lập gói kết quả; mã băm của các phiếu này không đủ để kiểm chứng.',
    en: 'Some cards were signed before there were result packs; their hashes do not cover enough to be checked.',
  },
};
