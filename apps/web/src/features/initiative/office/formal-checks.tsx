import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { dayAndClock, number, percent } from '../../../ui/format';
import { Icon } from '../../../ui/icon';
import { Check, Circle } from '../../../ui/icons';
import { Panel } from '../../../ui/panel';
import styles from './office.module.css';
import { type OfficeDossier } from './office.query';

interface Fact {
  readonly key: string;
  readonly there: boolean;
  readonly words: ReactNode;
}

/** What a screener looks for first, as the dossier has it. It says what is there; whether that is enough is theirs to say. */
export function FormalChecks({ dossier }: { readonly dossier: OfficeDossier }) {
  return (
    <Panel title={<Trans>Điều kiện hình thức</Trans>}>
      <ul className={styles.checks}>
        {factsOf(dossier).map(({ key, there, words }) => (
          <li key={key} className={there ? undefined : styles.missing}>
            <Icon of={there ? Check : Circle} />
            <span>
              {words}{' '}
              {!there && (
                <b>
                  <Trans>(chưa đủ)</Trans>
                </b>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function factsOf(dossier: OfficeDossier): readonly Fact[] {
  const { submittedAt, paperReceivedAt, confirmedAt, contest, authors, authorAnswers, files } = dossier;
  const shares = authors.reduce((sum, { share }) => sum + Number(share), 0);
  const declared = [dossier.ownWorkAt, dossier.notPrizedElsewhereAt, dossier.nobodyOnJuryAt].filter(Boolean).length;
  const confirmed = authorAnswers.filter(({ answer }) => answer === 'CONFIRMED').length;
  return [
    {
      key: 'received',
      there: submittedAt !== null,
      words: paperReceivedAt ? (
        <Trans>Nhận bản giấy lúc {dayAndClock(paperReceivedAt)}</Trans>
      ) : submittedAt ? (
        <Trans>Nộp lúc {dayAndClock(submittedAt)}</Trans>
      ) : (
        <Trans>Nộp trong hạn</Trans>
      ),
    },
    ...(contest.headConfirms
      ? [
          {
            key: 'head',
            there: confirmedAt !== null,
            words: confirmedAt ? (
              <Trans>Thủ trưởng đơn vị xác nhận lúc {dayAndClock(confirmedAt)}</Trans>
            ) : (
              <Trans>Thủ trưởng đơn vị xác nhận</Trans>
            ),
          },
        ]
      : []),
    { key: 'declared', there: declared === 3, words: <Trans>{number(declared)}/3 cam kết</Trans> },
    {
      key: 'authors',
      there: authors.length > 0 && shares === 100,
      words: (
        <Trans>
          {number(authors.length)} tác giả, tổng tỷ lệ {percent(shares)}
        </Trans>
      ),
    },
    ...(contest.authorsConfirm
      ? [
          {
            key: 'answers',
            there: confirmed === authorAnswers.length,
            words: (
              <Trans>
                {number(confirmed)}/{number(authorAnswers.length)} tác giả đã xác nhận
              </Trans>
            ),
          },
        ]
      : []),
    { key: 'files', there: files.length > 0, words: <Trans>{number(files.length)} tệp minh chứng</Trans> },
    { key: 'applied', there: dossier.firstAppliedOn !== null, words: <Trans>Ngày áp dụng lần đầu</Trans> },
  ];
}
