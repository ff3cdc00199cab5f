import { Trans } from '@lingui/react/macro';
import { type Refusal } from '../../../api/refusal';
import { TextField } from '../../../ui/field';
import { fieldProps } from '../../../ui/form';
import styles from './licences.module.css';

export interface Contact {
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
}

export const NO_CONTACT: Contact = { contact: '', phone: '', email: '', address: '' };

export const contactInput = ({ contact, phone, email, address }: Contact) => ({
  contact: contact || null,
  phone: phone || null,
  email: email || null,
  address: address || null,
});

interface ContactFieldsProps {
  readonly of: Contact;
  readonly onChange: (contact: Contact) => void;
  readonly refusal: Refusal | null;
}

/** Who speaks for a holder, and how they are reached. */
export function ContactFields({ of, onChange, refusal }: ContactFieldsProps) {
  const field = fieldProps(of, onChange, refusal);
  return (
    <>
      <TextField label={<Trans>Người đại diện</Trans>} autoComplete="off" optional {...field('contact')} />
      <div className={styles.pair}>
        <TextField label={<Trans>Điện thoại</Trans>} type="tel" autoComplete="off" optional {...field('phone')} />
        <TextField label={<Trans>Thư điện tử</Trans>} type="email" autoComplete="off" optional {...field('email')} />
      </div>
      <TextField
        label={<Trans>Địa chỉ kinh doanh</Trans>}
        hint={<Trans>Để gửi thư giấy. Không ghi số căn cước và không ghi nơi ở của cá nhân.</Trans>}
        autoComplete="off"
        optional
        {...field('address')}
      />
    </>
  );
}
