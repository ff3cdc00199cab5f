import { Plural, Trans } from '@lingui/react/macro';
import { Section } from '../../../ui/public-page';
import styles from '../pages/procedure.module.css';
import { type ProcedureVersionRead } from '../procedure.query';

/** What a decision says of a procedure: how, how long, with which papers. */
export function Version({ of: { ways, items, steps, legalBases } }: { readonly of: ProcedureVersionRead }) {
  return (
    <>
      <Section title={<Trans>Cách nộp, thời hạn, phí</Trans>}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Cách nộp</Trans>
              </th>
              <th scope="col">
                <Trans>Thời hạn</Trans>
              </th>
              <th scope="col">
                <Trans>Phí, lệ phí</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {ways.map((way) => (
              <tr key={way.way}>
                <th scope="row">{way.way}</th>
                <td className="num">
                  <Limit of={way} />
                </td>
                <td>{way.fee ?? <Trans>không nêu</Trans>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      {items.length > 0 && (
        <Section title={<Trans>Thành phần hồ sơ</Trans>}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Giấy tờ</Trans>
                </th>
                <th scope="col">
                  <Trans>Bản chính</Trans>
                </th>
                <th scope="col">
                  <Trans>Bản sao</Trans>
                </th>
                <th scope="col">
                  <Trans>Mẫu</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.name}>
                  <th scope="row">{item.name}</th>
                  <td className="num">{item.originals}</td>
                  <td className="num">{item.copies}</td>
                  <td>{item.form ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      <Section title={<Trans>Trình tự thực hiện</Trans>}>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      {legalBases.length > 0 && (
        <Section title={<Trans>Căn cứ pháp lý</Trans>}>
          <ul>
            {legalBases.map((basis) => (
              <li key={basis}>{basis}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Limit({ of: { amount, countedIn } }: { readonly of: ProcedureVersionRead['ways'][number] }) {
  switch (countedIn) {
    case 'WORKING_DAY':
      return <Plural value={amount} one="# ngày làm việc" other="# ngày làm việc" />;
    case 'DAY':
      return <Plural value={amount} one="# ngày" other="# ngày" />;
    case 'HOUR':
      return <Plural value={amount} one="# giờ" other="# giờ" />;
  }
}
