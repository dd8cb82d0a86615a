import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from './icon'

/** `go`: the one main act of a page or a question. `bare`: an act beside others. */
export type Weight = 'go' | 'plain' | 'bare'

interface Look {
  weight?: Weight
  small?: boolean
  icon?: IconName
}

export interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** Work is under way: pressing again does nothing, and focus stays where it is. */
  busy?: boolean
}

export function Button({
  weight,
  small,
  icon,
  busy = false,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  // `disabled` would drop the focus; aria-disabled keeps it. It stays what submits its form: without one, Enter would submit it past us.
  return (
    <button
      {...rest}
      type={type}
      className={look({ weight, small })}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** Goes somewhere, and looks like a button. Addresses are without the language: `/actions/60`. */
export function LinkButton({ href, weight, small, icon, children }: Look & { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={look({ weight, small })}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

function look({
  weight = 'plain',
  small = false,
}: {
  weight?: Weight | undefined
  small?: boolean | undefined
}): string {
  return ['b', weight === 'plain' ? '' : weight, small ? 'small' : ''].filter(Boolean).join(' ')
}
