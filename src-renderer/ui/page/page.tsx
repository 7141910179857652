import type { ReactNode } from 'react'
import styles from './page.module.css'

export interface PageProps {
  title: ReactNode
  /** What the screen is for, in a sentence. */
  intro?: string
  children: ReactNode
}

/** A screen of one column, at reading width, under its title. */
export function Page({ title, intro, children }: PageProps): ReactNode {
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <PageTitle>{title}</PageTitle>
        {intro !== undefined && <Quiet>{intro}</Quiet>}
      </header>
      {children}
    </div>
  )
}

/** The heading of a screen; takes the focus when the screen is gone to, so that a screen reader says where one is. */
export function PageTitle({ children }: { children: ReactNode }): ReactNode {
  return (
    <h1 className={styles['title']} tabIndex={-1}>
      {children}
    </h1>
  )
}

/** A part of a screen under a heading of its own. */
export function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={styles['section']}>
      <h2 className={styles['heading']}>{title}</h2>
      {children}
    </section>
  )
}

/** A sentence that explains, less loud than what it explains. */
export function Quiet({ children }: { children: ReactNode }): ReactNode {
  return <p className={styles['quiet']}>{children}</p>
}
