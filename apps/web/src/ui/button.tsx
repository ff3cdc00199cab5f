import { type LinkComponent, createLink } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, type ButtonHTMLAttributes, type ReactNode, type Ref } from 'react';
import styles from './button.module.css';
import { classes } from './classes';

/** `primary` once on a page; `destructive` where what is done cannot be undone. */
type Kind = 'secondary' | 'primary' | 'plain' | 'destructive';
type Size = 'small' | 'medium' | 'large';

interface Look {
  readonly kind?: Kind;
  readonly size?: Size;
}

const look = ({ kind = 'secondary', size = 'medium' }: Look) =>
  classes(styles.button, kind !== 'secondary' && styles[kind], size !== 'medium' && styles[size]);

interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** It stays where focus finds it and does nothing; `shut` is the id of the words that say why. */
  readonly shut?: string | boolean;
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind, size, shut = false, busy = false, type = 'button', onClick, className, ...rest }: ButtonProps) {
  const closed = shut !== false || busy;
  return (
    <button
      {...rest}
      type={type}
      className={classes(look({ kind, size }), className)}
      aria-disabled={closed || undefined}
      aria-busy={busy || undefined}
      aria-describedby={typeof shut === 'string' ? shut : rest['aria-describedby']}
      onClick={(event) => {
        if (closed) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

type AnchorProps = Look & AnchorHTMLAttributes<HTMLAnchorElement> & { readonly ref?: Ref<HTMLAnchorElement> };

/** A link to a place outside the router: a file, another site. */
export function AnchorButton({ kind, size, className, ...rest }: AnchorProps) {
  return <a {...rest} className={classes(look({ kind, size }), className)} />;
}

/** A link to a page that looks like a button, since it is the next thing to do. */
export const LinkButton: LinkComponent<typeof AnchorButton> = createLink(AnchorButton);

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'aria-label' | 'title'> {
  /** Said to whoever listens, and shown on hover. */
  readonly label: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, type = 'button', className, ...rest }: IconButtonProps) {
  return <button {...rest} type={type} aria-label={label} title={label} className={classes(styles.icon, className)} />;
}
