import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button, IconButton } from '../../ui/button';
import { classes } from '../../ui/classes';
import { RadioField, fieldId } from '../../ui/field';
import { number } from '../../ui/format';
import { Icon } from '../../ui/icon';
import { Check, Plus, Trash, Warning } from '../../ui/icons';
import { Tag } from '../../ui/state-mark';
import { AddAuthor } from './add-author';
import { Asks } from './dossier-steps';
import styles from './authors.module.css';
import { type Editing } from './editing';
import { ShareSum } from './share-sum';
import { hundredths, sumOf } from './use-dossier';

const written = (share: number): string => String(share / 100);

/** Who made it and how much each has of it: whole only where the shares sum up to 100. */
export function AuthorsStep({ of }: { readonly of: Editing }) {
  const { t } = useLingui();
  const { autosave, dossier, limits, errorOf } = of;
  const { authors, track } = autosave.value;
  const [adding, setAdding] = useState(false);
  const set = (next: typeof authors) => {
    autosave.change({ authors: next });
  };
  const left = 10_000 - sumOf(authors);
  const lead = authors.find((author) => author.lead);
  const mended = (lead ? hundredths(lead.share) : 0) + left;
  const points = number(Math.abs(left) / 100);
  return (
    <>
      {dossier.contest.asksTrack && (
        <div>
          <Asks path="track" dossier={dossier} />
          <RadioField
            label={t`Dự thi với tư cách`}
            name="track"
            value={track}
            onChange={(value) => {
              autosave.change({ track: value });
            }}
            error={errorOf('track')}
            choices={[
              { value: 'INDIVIDUAL', label: t`Cá nhân` },
              { value: 'GROUP', label: t`Nhóm tác giả` },
            ]}
          />
        </div>
      )}
      <section className={styles.authors} id={fieldId('authors')} tabIndex={-1} aria-label={t`Tác giả và tỷ lệ đóng góp`}>
        <h3>
          <Trans>Tác giả và tỷ lệ đóng góp</Trans>
        </h3>
        <p className="secondary">
          <Trans>Tổng phải đúng 100 %. Từng người tự xác nhận sau khi được ghi tên.</Trans>
        </p>
        <Asks path="authors" dossier={dossier} />
        {errorOf('authors') && sumOf(authors) === 10_000 && (
          <p className={styles.wrong}>
            <Icon of={Warning} /> {errorOf('authors')}
          </p>
        )}
        <ul className={styles.list}>
          {authors.map((author, at) => (
            <AuthorLine
              key={author.personId}
              of={of}
              at={at}
              onChange={(patch) => {
                set(authors.map((other) => (other === author ? { ...other, ...patch } : patch.lead ? { ...other, lead: false } : other)));
              }}
              onRemove={() => {
                const rest = authors.filter((other) => other !== author);
                const [first] = rest;
                set(author.lead && first ? [{ ...first, lead: true }, ...rest.slice(1)] : rest);
              }}
            />
          ))}
        </ul>
        <ShareSum authors={authors} />
        <div className={styles.acts}>
          <p role="status" className={classes(styles.sum, left !== 0 && styles.wrong)}>
            <Icon of={left === 0 ? Check : Warning} /> <SumWords left={left} sum={number((10_000 - left) / 100)} points={points} />
          </p>
          {authors.length < (limits?.maxAuthors ?? Number.POSITIVE_INFINITY) && (
            <Button
              aria-expanded={adding}
              onClick={() => {
                setAdding(!adding);
              }}
            >
              <Icon of={Plus} />
              <Trans>Thêm tác giả</Trans>
            </Button>
          )}
          {lead && left !== 0 && mended > 0 && mended <= 10_000 && (
            <Button
              onClick={() => {
                set(authors.map((author) => (author === lead ? { ...author, share: written(mended) } : author)));
              }}
            >
              {left > 0 ? <Trans>Cộng {points} % cho tác giả chính</Trans> : <Trans>Bớt {points} % của tác giả chính</Trans>}
            </Button>
          )}
        </div>
        {adding && (
          <AddAuthor
            contestId={dossier.contest.id}
            taken={authors.map(({ personId }) => personId)}
            onAdd={({ id, fullName }) => {
              set([...authors, { personId: id, fullName, share: left > 0 ? written(left) : '0', lead: authors.length === 0 }]);
              setAdding(false);
            }}
          />
        )}
      </section>
    </>
  );
}

function SumWords({ left, sum, points }: { readonly left: number; readonly sum: string; readonly points: string }) {
  if (Number.isNaN(left)) return <Trans>Có tỷ lệ chưa phải là số</Trans>;
  if (left === 0) return <Trans>Tổng đúng 100 %</Trans>;
  return left > 0 ? (
    <Trans>
      Tổng {sum} %, còn thiếu {points} %
    </Trans>
  ) : (
    <Trans>
      Tổng {sum} %, thừa {points} %
    </Trans>
  );
}

interface LineProps {
  readonly of: Editing;
  readonly at: number;
  readonly onChange: (patch: { share?: string; lead?: boolean }) => void;
  readonly onRemove: () => void;
}

function AuthorLine({ of: { autosave, dossier, errorOf }, at, onChange, onRemove }: LineProps) {
  const { t } = useLingui();
  const author = autosave.value.authors[at];
  if (!author) return null;
  const { fullName: name, personId, share, lead } = author;
  const wrong = errorOf(`authors.${String(at)}.share`) ?? errorOf(`authors.${String(at)}.personId`) ?? errorOf(`authors.${String(at)}`);
  const answer = dossier.authorAnswers.find((given) => given.personId === personId);
  return (
    <li className={classes(styles.author, wrong && styles.bad)}>
      <div>
        <p>
          {name}{' '}
          {lead && (
            <Tag tone="ink">
              <Trans>tác giả chính</Trans>
            </Tag>
          )}
        </p>
        {answer && (
          <p className="caption">
            {answer.answer === 'CONFIRMED' ? (
              <Trans>Đã xác nhận</Trans>
            ) : answer.answer === 'DECLINED' ? (
              <Trans>Đã từ chối: {answer.declineReason}</Trans>
            ) : (
              <Trans>Chưa trả lời</Trans>
            )}
          </p>
        )}
        {wrong && (
          <p className={styles.wrong} id={`${fieldId(`authors.${String(at)}`)}-error`}>
            <Icon of={Warning} /> {wrong}
          </p>
        )}
        {!lead && (
          <Button
            size="small"
            kind="plain"
            aria-label={t`Đặt làm tác giả chính: ${name}`}
            onClick={() => {
              onChange({ lead: true });
            }}
          >
            <Trans>Đặt làm tác giả chính</Trans>
          </Button>
        )}
      </div>
      <label className={styles.share}>
        <span className="visually-hidden">
          <Trans>Tỷ lệ đóng góp của {name}, phần trăm</Trans>
        </span>
        <input
          id={fieldId(`authors.${String(at)}`)}
          inputMode="decimal"
          autoComplete="off"
          value={share}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? `${fieldId(`authors.${String(at)}`)}-error` : undefined}
          onChange={(event) => {
            onChange({ share: event.target.value });
          }}
        />
        <span aria-hidden="true">%</span>
      </label>
      <IconButton label={t`Bỏ ${name} khỏi danh sách tác giả`} onClick={onRemove}>
        <Icon of={Trash} />
      </IconButton>
    </li>
  );
}
