import type { ComponentChildren } from 'preact'

interface PanelProps {
  readonly id: string
  readonly title: string
  /** At the right of the heading. */
  readonly note?: ComponentChildren
  /** Why figures are missing; it stands in for the note. */
  readonly missing?: string | undefined
  readonly children: ComponentChildren
}

export const Panel = ({ id, title, note, missing, children }: PanelProps) => (
  <section class={`panel ${id}`} aria-labelledby={`${id}-title`}>
    <header class="panel-head">
      <h2 id={`${id}-title`}>{title}</h2>
      <span class={missing === undefined ? 'note' : 'note missing'}>{missing ?? note}</span>
    </header>
    {children}
  </section>
)
