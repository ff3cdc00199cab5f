import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { classes } from '../../../ui/classes';
import { day, named, number } from '../../../ui/format';
import { Tag } from '../../../ui/state-mark';
import table from '../../../ui/table.module.css';
import styles from './prizes.module.css';
import { type AwardListRead, type PrizeOnList } from './prizes.query';

/** The prizes of a list, each with its rank and in what it departs from what was proposed, and why. */
export function AwardTable({ of, acts }: { readonly of: AwardListRead; readonly acts?: (prize: PrizeOnList) => ReactNode }) {
  const { t } = useLingui();
  const caption = t`Danh sách giải`;
  return (
    <div className={table.frame} tabIndex={0} role="region" aria-label={caption}>
      <table className={classes(table.table, table.cards)}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Giải</Trans>
            </th>
            <th scope="col" className={table.number}>
              <Trans>Hạng</Trans>
            </th>
            <th scope="col">
              <Trans>Sáng kiến</Trans>
            </th>
            <th scope="col" className={table.number}>
              <Trans>Tiền thưởng (đồng)</Trans>
            </th>
            <th scope="col">
              <Trans>Khác đề xuất</Trans>
            </th>
            {acts && (
              <th scope="col" className="no-print">
                <Trans>Việc</Trans>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {of.awards.map((prize) => (
            <tr key={prize.id} className={prize.revokedAt === null ? undefined : styles.revoked}>
              <td>
                <Head>
                  <Trans>Giải</Trans>
                </Head>
                <span>
                  {named(prize.tier)}
                  <Fate of={prize} />
                </span>
              </td>
              <td className={table.number}>
                <Head>
                  <Trans>Hạng</Trans>
                </Head>
                {prize.rank === null ? '–' : number(prize.rank)}
              </td>
              <th scope="row">
                {prize.initiative.title}
                <span className={styles.about}>
                  <span className="num no-break">{prize.initiative.receiptNumber}</span> · {named(prize.unit)} ·{' '}
                  {prize.authors.map(({ person }) => person.fullName).join(', ')}
                </span>
              </th>
              <td className={table.number}>
                <Head>
                  <Trans>Tiền thưởng</Trans>
                </Head>
                {number(prize.amount)}
              </td>
              <td>
                <Head>
                  <Trans>Khác đề xuất</Trans>
                </Head>
                <Departure of={prize} />
              </td>
              {acts && <td className="no-print">{acts(prize)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The name of the column, on a phone. */
function Head({ children }: { readonly children: ReactNode }) {
  return (
    <span className={table.cardHead} aria-hidden="true">
      {children}
    </span>
  );
}

function Fate({ of }: { readonly of: PrizeOnList }) {
  return (
    <>
      {of.revokedAt !== null && (
        <span className={styles.about}>
          <Tag tone="late">
            <Trans>đã thu hồi {day(of.revokedAt)}</Trans>
          </Tag>{' '}
          {of.revocationReason}
        </span>
      )}
      {of.replacesId !== null && (
        <span className={styles.about}>
          <Tag tone="ink">
            <Trans>trao thay giải đã thu hồi</Trans>
          </Tag>{' '}
          {of.decisionNumber !== null && of.decidedOn !== null && (
            <Trans>
              {of.decisionNumber} ngày {day(of.decidedOn)}
            </Trans>
          )}{' '}
          {of.replacementReason}
        </span>
      )}
    </>
  );
}

function Departure({ of: { departureKind, departureReason } }: { readonly of: PrizeOnList }) {
  if (departureKind === null)
    return (
      <span className="secondary">
        <Trans>theo đề xuất</Trans>
      </span>
    );
  return (
    <span>
      <Tag tone="soon">
        {departureKind === 'TIE' ? <Trans>quyết định giữa các sáng kiến đồng hạng</Trans> : <Trans>khác kết quả xếp hạng</Trans>}
      </Tag>
      <span className={styles.about}>{departureReason}</span>
    </span>
  );
}

/** Who gets no prize though one was proposed, with the reason. */
export function Withheld({ of }: { readonly of: AwardListRead }) {
  if (of.withheld.length === 0) return null;
  return (
    <div>
      <h3>
        <Trans>Không trao giải dù được đề xuất hoặc đồng hạng</Trans>
      </h3>
      <ul>
        {of.withheld.map(({ initiative, reason }) => (
          <li key={initiative.id}>
            <span className="num">{initiative.receiptNumber}</span> {initiative.title}: {reason}
          </li>
        ))}
      </ul>
    </div>
  );
}
